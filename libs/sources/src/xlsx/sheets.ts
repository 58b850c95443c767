import type { Workbook } from './open-workbook';
import { badWorkbook } from './bad-workbook';
import { readXml, type XmlListener } from './read-xml';

/** A sheet of a workbook and the file that it stands in. */
export interface SheetFile {
  name: string;
  path: string;
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/** The sheets that a reader sees, in the order of their tabs. Throws `bad-workbook`. */
export async function sheetsOf(workbook: Workbook): Promise<SheetFile[]> {
  if (!workbook.has(WORKBOOK) || !workbook.has(RELATIONS)) throw badWorkbook('foreign');
  const paths = new Map<string, string>();
  await whole(workbook, RELATIONS, {
    open: (name, { Id: id, Target: target }) => {
      if (name === 'Relationship' && id && target) paths.set(id, target);
    },
  });
  const sheets: SheetFile[] = [];
  await whole(workbook, WORKBOOK, {
    open: (name, { name: title, id, state = 'visible' }) => {
      const target = id === undefined ? undefined : paths.get(id);
      if (name !== 'sheet' || state !== 'visible' || target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      if (workbook.has(path)) sheets.push({ name: title ?? '', path });
    },
  });
  return sheets;
}

/** The texts that cells refer to by number. What is spoken above them (`rPh`) is no part of them. */
export async function sharedTexts(workbook: Workbook): Promise<string[]> {
  const path = 'xl/sharedStrings.xml';
  const texts: string[] = [];
  if (!workbook.has(path)) return texts;
  let text = '';
  let isText = false;
  let spoken = 0;
  await whole(workbook, path, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') spoken++;
      isText = name === 't' && spoken === 0;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      if (name === 'rPh') spoken--;
      isText = false;
    },
  });
  return texts;
}

async function whole(workbook: Workbook, path: string, listener: XmlListener): Promise<void> {
  const pieces = readXml(workbook.read(path), listener, () => null);
  while (!(await pieces.next()).done);
}
