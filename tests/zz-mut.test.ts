import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import { test } from 'vitest';
import { mailableAgencies } from '#contract/mailable-agencies.ts';
import { realModel } from './support/routing/real-model.ts';
import { casesOf, everyAnswer, firstUntrue, mailboxStates } from './support/routing/routing-proof.ts';
type M=any;
function* mutants(node: M, path: string, root: () => M): Generator<[string, M]> {
  const get=(r:M,p:string)=>p.split('/').filter(Boolean).reduce((a,k)=>a[k],r);
  if (Array.isArray(node)) for (let i=0;i<node.length;i++){ const r=root(); const n=get(r,path); const gone=n.splice(i,1); yield [`${path} - ${JSON.stringify(gone[0]?.id ?? gone[0])}`, r]; }
  if (node && typeof node==='object') for (const k of Object.keys(node)) { 
    if (!Array.isArray(node) && ['danger','reporter','concern','child','care','place','safety','areaKind','orWhen','keep','when'].includes(k)) { const r=root(); delete get(r,path)[k]; if (k==='when'&&path.startsWith('/rules/')&&path.split('/').length===3) get(r,path).when={}; yield [`${path} without ${k}`, r]; }
    yield* mutants(node[k], `${path}/${k}`, root);
  }
}
test('mutants', () => {
  const everybody = mailableAgencies(realModel); const states=Object.values(mailboxStates(everybody));
  const raws=[...everyAnswer(realModel,['garment-factory','construction','shop',undefined])].filter((_,i)=>(i*2654435761>>>0)%13===0);
  // shuffle deterministic
  let s=1; const rnd=()=>(s=(s*48271)%2147483647)/2147483647; for(let i=raws.length-1;i>0;i--){const j=Math.floor(rnd()*(i+1)); [raws[i],raws[j]]=[raws[j]!,raws[i]!];}
  const {rules,offers,mustKeep}=realModel; const json=JSON.stringify({rules,offers,mustKeep});
  let n=0; const alive:string[]=[];
  for (const [name, r] of mutants(JSON.parse(json),'',()=>JSON.parse(json))) {
    n++; const model={...realModel,...r}; let hit=false;
    try { outer: for (const raw of raws) for (const configured of states) for (const one of casesOf(raw, model, {configured, everybody})) if (firstUntrue(one)!==undefined){hit=true;break outer;} } catch { hit=true; }
    if(!hit) { const idm=name.match(/rules\/(\d+)/); alive.push((idm?rules[+idm[1]!]!.id:'')+' '+name); }
    if (n%10===0) require('fs').writeFileSync('/tmp/mut.txt', n+'\n'+alive.join('\n'));
  }
  require('fs').writeFileSync('/tmp/mut.txt', 'done '+n+'\n'+alive.join('\n'));
}, 3_000_000);
