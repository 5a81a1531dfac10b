// What a sanitizer says in a program's log; only the asan and tsan builds can have it.
const kReport = /ERROR: (?:Address|Leak|Thread|UndefinedBehavior)Sanitizer|WARNING: ThreadSanitizer|: runtime error: |Sanitizer CHECK failed/;

// The first report in the text with the lines that follow it; "" when there is none.
export function sanitizerReport(text) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => kReport.test(line));
  return at < 0 ? '' : lines.slice(at, at + 40).join('\n');
}
