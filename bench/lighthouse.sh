#!/usr/bin/env bash
# Lighthouse over the portal's kinds of pages, on a platform that runs: bench/lighthouse.sh [http://127.0.0.1:5080]
# Scores of a simulated slow phone; what is sent is counted in bytes over the wire.
set -euo pipefail
address=${1:-http://127.0.0.1:5080}
work=$(mktemp -d /tmp/yiwang-lighthouse.XXXXXX)
trap 'rm -rf "$work"' EXIT
npm --prefix "$work" install --silent --no-audit --no-fund lighthouse@12.2.3 >/dev/null
echo "| page | performance | accessibility | best practices | SEO | KB | LCP | layout shift |"
echo "|---|---|---|---|---|---|---|---|"
for page in / /person /items?q=%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7 /items/XK-SCJG-004 /items/XK-SCJG-004/versions /points /open/powers /open/reductions /open/figures /sites/330203; do
  CHROME_PATH=${CHROME_PATH:-$(command -v chromium)} "$work/node_modules/.bin/lighthouse" "$address$page" --quiet --chrome-flags="--headless=new --no-sandbox" \
    --only-categories=performance,accessibility,best-practices,seo --output=json --output-path="$work/out.json"
  node -e '
    const r = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")), s = k => Math.round(r.categories[k].score * 100);
    console.log("| " + [decodeURIComponent(process.argv[2]), s("performance"), s("accessibility"), s("best-practices"), s("seo"), Math.round(r.audits["total-byte-weight"].numericValue / 1024),
      r.audits["largest-contentful-paint"].displayValue.replace(/\s/g, " "), r.audits["cumulative-layout-shift"].displayValue].join(" | ") + " |");' "$work/out.json" "$page"
done
