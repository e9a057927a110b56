import type { Archive } from '../read/archive.ts';
import { type Relation, relationsOf, relationsPart, resolved } from '../read/contents.ts';
import type { Part } from '../zip.ts';
import { editXml, type Tag, without } from './edit-xml.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** What becomes of the parts of a workbook: some are written anew, some go, all others are passed on as they are. */
export class EditedParts {
  readonly #archive: Archive;
  /** By the part's name in lower case, like all names here. */
  readonly #contents = new Map<string, Part['content']>();
  readonly #gone = new Set<string>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  edit(part: string, content: Part['content']): void {
    this.#contents.set(part.toLowerCase(), content);
  }

  /** A part goes, and what says to which others it is related. */
  drop(part: string): void {
    this.#gone.add(part.toLowerCase()).add(relationsPart(part).toLowerCase());
  }

  dropRelations(part: string): void {
    this.#gone.add(relationsPart(part).toLowerCase());
  }

  async relations(part: string): Promise<Relation[]> {
    return this.#archive.has(relationsPart(part)) ? [...(await relationsOf(this.#archive, part)).values()] : [];
  }

  /** Parts of these types go that the workbook is related to; its relations and the table of all parts, as `written`, lose what has gone. */
  async dropFrom(
    workbook: string,
    types: readonly string[],
    written: (tag: Tag) => string = ({ raw }) => raw,
  ): Promise<void> {
    for (const { type, part } of await this.relations(workbook)) if (types.includes(type)) this.drop(part);
    const edit = (part: string, folder: string) =>
      this.edit(part, () => editXml(this.#archive, part, this.#leaving(folder, written)));
    edit(relationsPart(workbook), workbook.slice(0, workbook.lastIndexOf('/') + 1));
    edit(CONTENT_TYPES, '');
  }

  /** All parts, one after another; `last` comes last. */
  all(last: string | null = null): Part[] {
    const isLast = (name: string) => name.toLowerCase() === last?.toLowerCase();
    const names = this.#archive.parts.filter((name) => !this.#gone.has(name.toLowerCase()));
    return [...names.filter((name) => !isLast(name)), ...names.filter(isLast)].map((name) => ({
      name,
      content: this.#contents.get(name.toLowerCase()) ?? (() => this.#archive.bytes(name)),
    }));
  }

  /** Leaves out what names parts that have gone; `folder` is what names are relative to. */
  #leaving(folder: string, written: (tag: Tag) => string): (tag: Tag) => string {
    return without(
      ({ attributes: { PartName, Target, TargetMode } }) =>
        TargetMode !== 'External' &&
        [PartName, Target].some((name) => name !== undefined && this.#gone.has(resolved(name, folder).toLowerCase())),
      (tag) => tag.before + written(tag),
    );
  }
}
