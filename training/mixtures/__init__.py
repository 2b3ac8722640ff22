"""What each shard of NLI pairs holds, run by run."""
