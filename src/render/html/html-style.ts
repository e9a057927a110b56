/** How a page looks: light and dark, on screen and on paper. Colours have a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const PAGE_STYLE = `
:root{--text:#1b1f24;--muted:#5b6470;--line:#d4d9df;--back:#fff;--soft:#f3f5f8;--error:#b3261e;--warning:#8a5000;--good:#1a6b34;--accent:#1f5fae}
@media (prefers-color-scheme:dark){:root{--text:#e7eaee;--muted:#a4adb8;--line:#3a424c;--back:#14181d;--soft:#1e242b;--error:#ff8f85;--warning:#ffb868;--good:#7ed49a;--accent:#8ab8f5}}
*{box-sizing:border-box}
body{margin:0;font:15px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif;color:var(--text);background:var(--back)}
main{max-width:76rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.3;margin:.5rem 0 1rem;text-wrap:balance}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem}
h3{font-size:1rem;margin:1.4rem 0 .4rem}
p.note{color:var(--muted);margin:.3rem 0;font-size:.9rem}
.form{display:flex;flex-wrap:wrap;gap:.5rem 2rem;justify-content:space-between;margin:.6rem 0}
.scroll{overflow-x:auto;max-width:100%}
.scroll:focus-visible,a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{border:1px solid var(--line);padding:.3rem .5rem;text-align:left;vertical-align:top;font-weight:400}
thead th{background:var(--soft);font-weight:600;vertical-align:bottom}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
tr.band th{background:var(--soft);font-weight:600;text-align:left}
tr.subtotal th,tr.subtotal td{font-weight:600}
tr.total th,tr.total td{font-weight:700;border-top:2px solid var(--text)}
tr.detail th,tr.detail td{color:var(--muted)}
tr.detail th{padding-left:1.5rem}
.strong{font-weight:600}.muted{color:var(--muted)}.error{color:var(--error)}.warning,.different{color:var(--warning)}.good{color:var(--good)}
@media print{main{max-width:none;padding:0}.scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}section{break-inside:auto}@page{size:A4 landscape;margin:12mm}}
`.replaceAll('\n', '');

/** What the page for leaders has besides. */
export const REPORT_STYLE = `
header,footer{max-width:76rem;margin:0 auto;padding:1.5rem 1.5rem 0}
footer{padding-bottom:2rem;border-top:1px solid var(--line);margin-top:2rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--back);padding:.5rem 1rem;z-index:1}
dl{margin:0}dd{margin:0}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(13.5rem,100%),1fr));gap:.8rem}
.card{border:1px solid var(--line);border-radius:.5rem;padding:.8rem 1rem;min-width:0}
.card dt{color:var(--muted);font-size:.9rem}.card b{display:block;overflow-wrap:anywhere;font-size:1.45rem;line-height:1.3;font-variant-numeric:tabular-nums}.card span{color:var(--muted);font-size:.85rem}
.scores{margin-top:1rem;border:1px solid var(--line);border-radius:.5rem}
.score{display:grid;grid-template-columns:minmax(5rem,20%) 1fr;gap:1rem;padding:.55rem 1rem;color:inherit}.score+.score{border-top:1px solid var(--line)}
.score dt{font-weight:600}.score.good dd{color:var(--good)}.score.error dd{color:var(--error)}.score.warning dd{color:var(--warning)}.score.muted dd{color:var(--muted)}
figure{margin:0;max-width:60rem}figure svg{display:block}
figure text{font-size:13px;fill:var(--text)}figure .remark{font-size:12px;fill:var(--muted)}figure .value{font-size:12px;font-variant-numeric:tabular-nums}
figure .rest{fill:var(--line);opacity:.6}figure .tick{fill:var(--muted)}figure .break{fill:none;stroke:var(--back);stroke-width:2}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:0 0 .5rem;font-size:.9rem}.legend i{display:inline-block;width:.9rem;height:.9rem;margin-right:.4rem;vertical-align:-.1rem;print-color-adjust:exact}
.matrix{width:auto;max-width:100%;font-size:.8rem;line-height:1.25}.matrix caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.matrix th,.matrix td{padding:.2rem .3rem}.matrix td{text-align:right;font-variant-numeric:tabular-nums;print-color-adjust:exact}.matrix .self{background:var(--soft)}
.matrix thead th{font-weight:400;text-align:left}.matrix thead th span{writing-mode:vertical-rl;max-height:9rem}.matrix tbody th{overflow-wrap:anywhere}
details{margin:.6rem 0}summary{cursor:pointer;color:var(--accent)}summary:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.6rem 0}
.filter label{display:inline-flex;flex-wrap:wrap;gap:.1rem .4rem;align-items:center;max-width:100%}
.filter input,.filter select{font:inherit;color:inherit;background:var(--back);border:1px solid var(--muted);border-radius:.3rem;padding:.25rem .5rem;max-width:18rem}
.filter p{margin:0;color:var(--muted);flex-basis:100%}
.paper{display:none}.cases p{margin:.3rem 0}
#found tr[hidden]{display:none}#found td:nth-child(3){min-width:14rem}#found td:nth-child(5){overflow-wrap:anywhere}
#found td:first-child,#found th{white-space:nowrap}#found .of{color:var(--muted);white-space:nowrap}#found.asked .of{display:none}
@media screen and (max-width:46rem){
main,header{padding-left:1rem;padding-right:1rem}
.matrix{font-size:.7rem}.matrix th,.matrix td{padding:.15rem .2rem}.matrix tbody th{min-width:4em}
.filter input,.filter select{max-width:100%}
#found,#found tbody,#found tr,#found td{display:block}#found thead{display:none}
.stacks thead{display:none}.stacks,.stacks tbody{display:block}.stacks tr{display:grid;grid-template-columns:1fr 1fr;column-gap:1.2rem}.stacks tbody th{grid-column:1/-1}.stacks th,.stacks td{border:0;padding:.1rem 0}.stacks tbody th{font-weight:600}.stacks td{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 .6rem;text-align:right}.stacks td::before{content:attr(data-title);color:var(--muted);font-weight:400}.stacks tr.total{border-width:2px}.stacks tr.total th,.stacks tr.total td{border:0}
#found tr,.stacks tr{border:1px solid var(--line);border-radius:.5rem;padding:.6rem .8rem;margin:0 0 .7rem}#found tr[hidden]{display:none}
#found td{border:0;padding:.1rem 0;text-align:left;white-space:normal;overflow-wrap:anywhere}
#found td:empty{display:none}#found td:nth-child(1),#found td:nth-child(2){display:inline}#found td:nth-child(2){font-weight:600;padding-left:.5rem}
#found td::before{color:var(--muted);margin-right:.6rem}#found td:nth-child(4)::before,#found td:nth-child(5)::before{display:block}
}
@media print{
:root{--text:#000;--muted:#444;--line:#bbb;--back:#fff;--soft:#f3f5f8;--error:#b3261e;--warning:#8a5000;--good:#1a6b34}
@page{size:A4 portrait;margin:15mm 14mm 17mm}
@page{@bottom-left{font:9pt sans-serif;vertical-align:top;padding-top:3mm;width:80%;text-align:left}@bottom-right{font:9pt sans-serif;vertical-align:top;padding-top:3mm;width:20%;text-align:right}}
body{font-size:10.5pt;line-height:1.45}header,footer{max-width:none;padding:0}
h1{font-size:17pt}h2{margin-top:1.4rem;break-after:avoid}
.cards{grid-template-columns:repeat(4,1fr);gap:2mm}.card{padding:2mm 3mm}.card b{font-size:14pt}.card,.score,figure svg{break-inside:avoid}
.legend,.findings h2,.findings .paper{break-after:avoid}
.filter,.skip,details:not([open]),.chart summary,.tables:not(:has(details[open])){display:none}.paper{display:block}
summary{list-style:none;color:inherit;font-weight:600}
#found,.cases table{font-size:9pt}.cases th,.cases td{padding:.15rem .3rem}.cases h3{break-after:avoid}footer{margin-top:1rem;padding:.4rem 0 0}#found tbody tr:not(.first){display:none}#found td:nth-child(3){min-width:0}#found th,#found td{padding:.15rem .3rem}#found td:nth-child(5){width:22%}
}
`.replaceAll('\n', '');
