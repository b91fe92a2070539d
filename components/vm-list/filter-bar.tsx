"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import type { FilterChoices } from "@/lib/estate/contract";
import { FILTER_KEYS, formatVmList, parseVmList, vmsHref, type VmListRequest } from "@/lib/estate/filters";
import { filterChips, filterFields } from "./filter-words";

const TYPING_MS = 300;

/** Everything of the request but these fields and the page, as hidden inputs, so that the form works before its script. */
function Kept({ request, without }: { request: VmListRequest; without: readonly string[] }) {
  const kept = [...new URLSearchParams(formatVmList(request))].filter(([key]) => key !== "cursor" && !without.includes(key));
  return kept.map(([key, value], index) => <input key={`${key}-${index}`} type="hidden" name={key} value={value} />);
}

/** Search, chips of the filters in force, the menu of further ones, reset. Each change is one navigation to page one. */
export function FilterBar({ request, choices }: { request: VmListRequest; choices: FilterChoices }) {
  const router = useRouter();
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { cursor: _cursor, ...unpaged } = request;
  const chips = filterChips(request, choices).filter((chip) => chip.key !== "q");
  const without = (...keys: string[]) => vmsHref(Object.fromEntries(Object.entries(unpaged).filter(([key]) => !keys.includes(key))));

  function go(form: HTMLFormElement, replace: boolean) {
    const params = new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)]));
    const href = vmsHref(parseVmList(params).request);
    if (replace) router.replace(href, { scroll: false });
    else router.push(href, { scroll: false });
  }

  return (
    <div className="toolbar row">
      <form action="/vms" role="search" onSubmit={(event) => { event.preventDefault(); clearTimeout(typing.current); go(event.currentTarget, false); }}>
        <Kept request={request} without={["q"]} />
        <label className="field">
          <span className="sr">Name contains</span>
          <Icon name="search" small />
          <input
            key={request.q ?? ""} name="q" defaultValue={request.q ?? ""} placeholder="Name contains" autoComplete="off" spellCheck={false} maxLength={512} id="name-filter"
            onChange={(event) => {
              const { form } = event.currentTarget;
              clearTimeout(typing.current);
              typing.current = setTimeout(() => { if (form) go(form, true); }, TYPING_MS);
            }}
          />
          {request.q === undefined ? null : <Link className="x" href={without("q")} scroll={false} aria-label="Clear the name filter"><Icon name="x" small /></Link>}
        </label>
      </form>
      {chips.map((chip) => (
        <span key={chip.key} className="chip filter">
          {chip.label} <b><bdi>{chip.value}</bdi></b>
          <Link className="x" href={without(chip.key, ...(chip.key === "requirement" ? ["status"] : []))} scroll={false} aria-label={`Remove filter: ${chip.label} ${chip.value}`}>
            <Icon name="x" small />
          </Link>
        </span>
      ))}
      <FilterMenu request={request} choices={choices} onChoose={(form) => go(form, false)} />
      {chips.length === 0 && request.q === undefined ? null : <Link className="small ml-1" href={without(...FILTER_KEYS)} scroll={false}>Reset</Link>}
    </div>
  );
}

function FilterMenu({ request, choices, onChoose }: { request: VmListRequest; choices: FilterChoices; onChoose: (form: HTMLFormElement) => void }) {
  const fields = filterFields(choices);
  function choose({ currentTarget: select }: React.ChangeEvent<HTMLSelectElement>) {
    if (select.form) onChoose(select.form);
    // What was chosen is a chip now; left in the field it would come back with the next choice.
    select.value = "";
  }
  return (
    <Menu className="left" label={<><Icon name="plus" small />Filter</>}>
      <form className="pop" action="/vms" onSubmit={(event) => { event.preventDefault(); onChoose(event.currentTarget); }}>
        <Kept request={request} without={["scoreFrom", "scoreTo"]} />
        {fields.map((field) => (
          <label key={field.key} className="fieldrow">
            <span>{field.label}</span>
            <select name={field.key} defaultValue="" onChange={choose}>
              <option value="">any</option>
              {field.options.map((option) => <option key={option.value} value={option.value}>{option.text}</option>)}
            </select>
          </label>
        ))}
        <label className="fieldrow"><span>Score from</span><input type="number" name="scoreFrom" min={0} max={100} defaultValue={request.scoreFrom ?? ""} /></label>
        <label className="fieldrow"><span>Score to</span><input type="number" name="scoreTo" min={0} max={100} defaultValue={request.scoreTo ?? ""} /></label>
        <button className="btn mt-2" type="submit">Apply</button>
      </form>
    </Menu>
  );
}
