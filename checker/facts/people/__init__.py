"""Who: roles, names, company, agencies, and the names of one country."""
