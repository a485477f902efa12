// Keeps what is typed into a form with `data-draft` in this browser until the server has acknowledged it, sends it once over a bad
// line, compares the receipt, and solves the task that a flooded server sets. Without this script the form works as any form does.
(() => {
  "use strict";

  const DAYS = 3, AGAIN = 20000, WORK = 15000;
  const IDENTITY = ["reporter", "phone"], NEVER = ["once", "draft", "work", "at"];
  const digests = window.crypto && window.crypto.subtle;

  const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  const sha256 = async text => new Uint8Array(await digests.digest("SHA-256", new TextEncoder().encode(text)));
  const plain = text => text.replace(/\r\n/g, "\n").trim();

  function shelf() {
    try {
      window.localStorage.setItem("qy-draft-try", "");
      window.localStorage.removeItem("qy-draft-try");
      return window.localStorage;
    } catch {
      return null;
    }
  }

  function element(tag, words, of = {}) {
    return Object.assign(document.createElement(tag), { textContent: words }, of);
  }

  class Draft {
    constructor(form, store) {
      Object.assign(this, { form, store, sending: false, waiting: false });
      const at = form.elements.namedItem("at");
      this.key = `qy-draft:${form.getAttribute("action")}:${at ? at.value : ""}`;
      this.kept = this.read();
      this.token = this.kept ? this.kept.token : hex(window.crypto.getRandomValues(new Uint8Array(16)));
      this.furnish();
      form.addEventListener("input", () => this.keep());
      form.addEventListener("submit", event => {
        event.preventDefault();
        this.send();
      });
    }

    read() {
      try {
        const kept = JSON.parse(this.store.getItem(this.key));
        if (kept && Date.now() - kept.at < DAYS * 86400000) return kept;
      } catch { /* What cannot be read is no draft. */ }
      this.store.removeItem(this.key);
      return null;
    }

    get fields() {
      return Array.from(this.form.elements).filter(field =>
        field.name && !NEVER.includes(field.name) && !["file", "submit", "button", "hidden"].includes(field.type) &&
        (this.box.checked || !IDENTITY.includes(field.name)));
    }

    keep() {
      const values = this.fields.map(field =>
        [field.name, field.value, field.type === "checkbox" || field.type === "radio" ? field.checked : null]);
      try {
        this.store.setItem(this.key, JSON.stringify({ token: this.token, at: Date.now(), identity: this.box.checked, values }));
        this.remove.hidden = false;
      } catch { /* A full shelf: the form works on without a draft. */ }
    }

    /// After the page was opened anew. Files cannot be kept.
    restore() {
      if (!this.kept) return;
      this.box.checked = this.kept.identity;
      for (const [name, value, checked] of this.kept.values) {
        const field = this.fields.find(each => each.name === name && (checked === null || each.value === value));
        if (field && checked === null) field.value = value;
        if (field && checked !== null) field.checked = checked;
      }
      this.remove.hidden = false;
      this.say("这是上次写了还没有发出去的内容，存在这部手机上。照片没有存，要重新选。核对以后再提交。", "warn");
    }

    furnish() {
      this.note = element("p", "", { className: "note", hidden: true });
      this.note.setAttribute("role", "status");
      const about = element("p", "写的文字存在这部手机上，断线也不会丢，提交成功就删掉。照片不存。", { className: "dim small under" });
      this.remove = element("button", "删掉草稿", { type: "button", className: "btn p", hidden: !this.kept });
      this.remove.addEventListener("click", () => this.forget());
      this.box = element("input", "", { type: "checkbox" });
      const label = element("label", "", { className: "pick" });
      label.append(this.box, element("span", "草稿里也存姓名和电话（拿到这部手机的人能看到）"));
      const identity = this.form.elements.namedItem("reporter");
      if (identity) identity.closest("fieldset").append(label);
      this.form.append(about, this.remove, this.note);
    }

    say(words, kind) {
      this.note.className = `note ${kind}`;
      this.note.textContent = words;
      this.note.hidden = !words;
    }

    forget() {
      this.store.removeItem(this.key);
      this.kept = null;
      this.waiting = false;
      this.token = hex(window.crypto.getRandomValues(new Uint8Array(16)));
      this.box.checked = false;
      for (const field of this.fields) {
        if (field.type === "checkbox" || field.type === "radio") field.checked = false;
        else if (field.tagName !== "SELECT") field.value = "";
      }
      for (const name of IDENTITY) if (this.form.elements.namedItem(name)) this.form.elements.namedItem(name).value = "";
      this.remove.hidden = true;
      this.say("草稿已经删掉。", "ok");
    }

    async send() {
      if (this.sending) return;
      this.sending = true;
      this.waiting = false;
      this.keep();
      this.say("正在发送……", "");
      try {
        await this.deliver(digests ? "able" : "");
      } catch {
        this.wait();
      }
      this.sending = false;
    }

    async deliver(work) {
      const body = new FormData(this.form);
      body.set("draft", this.token);
      body.set("work", work);
      const answer = await fetch(this.form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
      if (answer.status >= 500 && answer.status !== 503) throw new Error("server");
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const task = page.querySelector("[data-work]");
      if (task && work === "able") return this.deliver(await this.solve(task.dataset.work, Number(task.dataset.bits)));
      if (answer.status === 503 && answer.headers.get("Retry-After")) throw new Error("busy");
      await this.show(page, answer.status);
    }

    /// Some seconds at most; who finds nothing is taken all the same, and waits to be looked through.
    async solve(task, bits) {
      this.say("现在提交的举报很多，正在算一道验证题，几秒钟……", "");
      const until = Date.now() + WORK;
      for (let number = 0; Date.now() < until; number += 256) {
        const tried = await Promise.all(Array.from({ length: 256 }, (_, each) => sha256(`${task}.${number + each}`)));
        const found = tried.findIndex(bytes => Draft.zeros(bytes) >= bits);
        if (found >= 0) return `${task}.${number + found}`;
      }
      return "none";
    }

    static zeros(bytes) {
      const first = bytes.findIndex(byte => byte !== 0);
      return first < 0 ? bytes.length * 8 : first * 8 + Math.clz32(bytes[first]) - 24;
    }

    wait() {
      this.waiting = true;
      this.say("线路断了，还没有发出去。写的内容存在这部手机上，线路恢复以后自动再发，不会重复登记。页面可以先关掉，下次打开再提交。", "warn");
      window.setTimeout(() => this.waiting && this.send(), AGAIN);
    }

    async show(page, status) {
      const receipt = page.querySelector("[data-receipt]");
      if (receipt) {
        await this.compare(receipt);
        this.store.removeItem(this.key);
      } else if (status === 409) {
        // The draft was sent before with other words: the next press is a report of its own.
        this.token = hex(window.crypto.getRandomValues(new Uint8Array(16)));
        this.keep();
      }
      document.title = page.title;
      document.querySelector("main").replaceWith(page.querySelector("main"));
      window.scrollTo(0, 0);
      start(false);
    }

    /// What the server says that it received, against what stands in the form.
    async compare(receipt) {
      const words = receipt.querySelector("[data-received]").textContent;
      const sent = ["text", "place"].map(name => plain(this.form.elements.namedItem(name).value));
      let holds = sent.every(each => words.includes(each));
      if (digests) holds = holds && hex(await sha256(words)) === receipt.dataset.receipt;
      const verdict = holds ? "这部手机核对过：收到的和写的一样。" : "核对不上：收到的和写的不一样，请打举报电话问清楚。";
      receipt.before(element("p", verdict, { className: holds ? "note ok under" : "note bad under" }));
    }
  }

  let draft = null;

  function start(isFirst) {
    const form = document.querySelector("form[data-draft]"), store = shelf();
    draft = null;
    if (!form || !store || !window.crypto || !window.fetch || !window.DOMParser) return;
    draft = new Draft(form, store);
    if (isFirst) draft.restore();
  }

  window.addEventListener("online", () => draft && draft.waiting && draft.send());
  start(true);
})();
