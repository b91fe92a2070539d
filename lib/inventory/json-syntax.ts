/** Where a text stops being JSON, and what was expected there. */
export interface SyntaxFault {
  index: number;
  expected: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\r\n]*/y;
class Reader {
  index = 0;
  constructor(private readonly text: string) {}

  take(pattern: RegExp): boolean {
    pattern.lastIndex = this.index;
    if (!pattern.test(this.text)) return false;
    this.index = pattern.lastIndex;
    return true;
  }

  literal(word: string): boolean {
    if (!this.text.startsWith(word, this.index)) return false;
    this.index += word.length;
    return true;
  }

  /** By hand: a pattern over a string of many megabytes overflows the stack. */
  string(): boolean {
    if (this.text.charAt(this.index) !== "\"") return false;
    for (let at = this.index + 1; at < this.text.length; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === 34) {
        this.index = at + 1;
        return true;
      }
      if (unit < 32) return false;
      if (unit === 92) {
        at += 1;
        const escape = this.text.charAt(at);
        if (escape === "u") {
          if (!/^[0-9a-fA-F]{4}$/.test(this.text.slice(at + 1, at + 5))) return false;
          at += 4;
        } else if (!"\"\\/bfnrt".includes(escape) || escape === "") {
          return false;
        }
      }
    }
    return false;
  }

  fault(expected: string): SyntaxFault {
    return { index: this.index, expected };
  }

  value(): SyntaxFault | null {
    this.take(SPACE);
    if (this.literal("{")) return this.members();
    if (this.literal("[")) return this.entries();
    if (this.string() || this.take(NUMBER) || this.literal("true") || this.literal("false") || this.literal("null")) return null;
    return this.fault(this.text.charAt(this.index) === "\"" ? "a string that ends, without raw control characters or unknown escapes" : "a value");
  }

  private members(): SyntaxFault | null {
    this.take(SPACE);
    if (this.literal("}")) return null;
    for (;;) {
      this.take(SPACE);
      if (!this.string()) return this.fault("a key in double quotes");
      this.take(SPACE);
      if (!this.literal(":")) return this.fault("a colon");
      const inner = this.value();
      if (inner) return inner;
      this.take(SPACE);
      if (this.literal("}")) return null;
      if (!this.literal(",")) return this.fault("a comma or }");
    }
  }

  private entries(): SyntaxFault | null {
    this.take(SPACE);
    if (this.literal("]")) return null;
    for (;;) {
      const inner = this.value();
      if (inner) return inner;
      this.take(SPACE);
      if (this.literal("]")) return null;
      if (!this.literal(",")) return this.fault("a comma or ]");
    }
  }

  end(): SyntaxFault | null {
    this.take(SPACE);
    return this.index === this.text.length ? null : this.fault("the end of the text");
  }
}

/**
 * Finds the first fault of a text that `JSON.parse` refused, since engines differ in whether they say where it is.
 * Recursive: for texts whose depth was checked. Null when the text is JSON after all.
 */
export function firstSyntaxFault(text: string): SyntaxFault | null {
  const reader = new Reader(text);
  return reader.value() ?? reader.end();
}
