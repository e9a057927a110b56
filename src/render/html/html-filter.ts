/** Shows the findings that match what is asked for; without it all of them are shown. */
export const FILTER_SCRIPT = `
(function(){
var table=document.getElementById('found');if(!table)return;
var rows=Array.prototype.slice.call(table.tBodies[0].rows);
var texts=rows.map(function(row){return row.textContent.toLowerCase()});
var search=document.getElementById('search'),severity=document.getElementById('severity'),rule=document.getElementById('rule'),matching=document.getElementById('matching');
function filter(){
var words=search.value.toLowerCase().split(/\\s+/).filter(Boolean),count=0;
rows.forEach(function(row,index){
var fits=(!severity.value||row.dataset.severity===severity.value)&&(!rule.value||row.dataset.rule===rule.value)&&words.every(function(word){return texts[index].indexOf(word)>=0});
row.hidden=!fits;if(fits)count+=1;
});
matching.textContent=String(count);
}
[search,severity,rule].forEach(function(field){field.addEventListener('input',filter)});
})();
`;
