/**
 * Shows the first finding of each rule, or all that match what is asked for. Of those it marks again the first of each rule, which
 * is what a printer gets. Without it all of them are shown.
 */
export const FILTER_SCRIPT = `
(function(){
var table=document.getElementById('found');if(!table)return;
var rows=Array.prototype.slice.call(table.tBodies[0].rows);
var texts=rows.map(function(row){return row.textContent.toLowerCase()});
var get=function(id){return document.getElementById(id)};
var search=get('search'),severity=get('severity'),rule=get('rule'),department=get('department'),every=get('every');
function filter(){
var words=search.value.toLowerCase().split(/\\s+/).filter(Boolean),of=department?department.value:'';
var asked=words.length>0||severity.value!==''||rule.value!==''||of!=='',seen={},count=0;
rows.forEach(function(row,index){
var data=row.dataset;
var fits=(!severity.value||data.severity===severity.value)&&(!rule.value||data.rule===rule.value)&&(of===''||data.of.split(' ').indexOf(of)>=0)&&words.every(function(word){return texts[index].indexOf(word)>=0});
var first=fits&&!seen[data.rule];
if(fits){count+=1;seen[data.rule]=true}
row.className=first?'first':'';
row.hidden=!fits||!(first||asked||every.checked);
});
table.className=asked||every.checked?'asked':'';
get('few').hidden=asked||every.checked;
get('some').hidden=!get('few').hidden;
get('matching').textContent=String(count);
}
[search,severity,rule,department,every].forEach(function(field){if(field)field.addEventListener('input',filter)});
filter();
})();
`;
