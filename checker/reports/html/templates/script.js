"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const findings = all(".finding");
  const form = one("#filters");
  const rank = { high: 0, medium: 1, low: 2 };
  const byNumber = (a, b) => a.dataset.number - b.dataset.number;
  const orders = {
    severity: (a, b) => rank[a.dataset.severity] - rank[b.dataset.severity] || b.dataset.sure - a.dataset.sure,
    sure: (a, b) => b.dataset.sure - a.dataset.sure,
    story: (a, b) => a.dataset.story - b.dataset.story,
    kind: (a, b) => a.dataset.kind.localeCompare(b.dataset.kind),
  };

  function wanted() {
    return {
      text: one("#filter-text").value.trim().toLowerCase(),
      story: one("#filter-story").value,
      sources: [one("#filter-source").value, one("#filter-against").value].filter(Boolean),
      kind: one("#filter-kind").value,
      severities: all("[name=severity]:checked").map((box) => box.value),
    };
  }

  function matches(finding, want) {
    const sources = finding.dataset.sources.split(" ");
    return (
      (!want.text || finding.textContent.toLowerCase().includes(want.text)) &&
      (!want.story || finding.dataset.story === want.story) &&
      want.sources.every((source) => sources.includes(source)) &&
      (!want.kind || finding.dataset.kind === want.kind) &&
      want.severities.includes(finding.dataset.severity)
    );
  }

  function filter() {
    const want = wanted();
    findings.forEach((finding) => { finding.hidden = !matches(finding, want); });
    all(".scope").forEach((scope) => { scope.hidden = !one(".finding:not([hidden])", scope); });
    const shown = findings.filter((finding) => !finding.hidden).length;
    const everything = shown === findings.length;
    one("#shown").textContent = everything ? "" : `${shown} of ${findings.length} findings shown`;
  }

  function sort() {
    const order = orders[one("#sort").value];
    all(".scope").forEach((scope) => {
      const sorted = all(".finding", scope).sort((a, b) => order(a, b) || byNumber(a, b));
      scope.append(...sorted);
    });
  }

  // a link to a finding that a filter hides, or to text that is folded away, has to lead there all the same
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    const finding = target.closest(".finding");
    if (finding && finding.hidden) { form.reset(); filter(); sort(); }
    for (let node = target.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
    target.scrollIntoView({ block: target.classList.contains("anchor") ? "center" : "start" });
  }

  function compare(button) {
    const finding = one(`#f${button.dataset.finding}`);
    const texts = one("#compare-texts");
    texts.replaceChildren(
      ...finding.dataset.articles.split(" ").map((number) => {
        const copy = one(`#a${number}`).cloneNode(true);
        all(`[data-said~="${button.dataset.finding}"]`, copy).forEach((node) => node.classList.add("now"));
        // the same id must not stand twice on a page
        [copy, ...all("[id]", copy)].forEach((node) => node.removeAttribute("id"));
        copy.removeAttribute("aria-labelledby");
        all("sup", copy).forEach((node) => node.remove());
        copy.tabIndex = 0;
        return copy;
      })
    );
    one("#compare-title").textContent = one("h3 bdi", finding).textContent;
    one("#compare").showModal();
    [...texts.children].forEach((text) => {
      const now = one(".now", text);
      if (now) now.scrollIntoView({ block: "center" });
    });
  }

  if (form) {
    const box = one("#filter-box");
    box.hidden = false;
    box.open = findings.length > 3 && innerWidth > 700;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { filter(); sort(); });
    form.addEventListener("reset", () => setTimeout(() => { filter(); sort(); }));
    filter();
  }
  all(".compare").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => compare(button));
  });
  one("#compare-close").addEventListener("click", () => one("#compare").close());
  all(".matrix button").forEach((button) => {
    button.addEventListener("click", () => {
      form.reset();
      one("#filter-source").value = button.dataset.source;
      one("#filter-against").value = button.dataset.against;
      setTimeout(() => { filter(); sort(); one("#findings").scrollIntoView(); one("#shown").focus(); });
    });
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => all("details").forEach((node) => { node.open = true; }));
  reveal();
})();
