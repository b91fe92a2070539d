export interface ChosenFile {
  /** Name with its folders, as the account will show it. */
  name: string;
  file: File;
}

/** Files chosen by a file or folder input. */
export function chosenFiles(list: FileList): ChosenFile[] {
  return [...list].map((file) => ({ name: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }));
}

/** Files of a drop; folders are walked. The entries must be taken before the first await: the drop forgets them after. */
export async function droppedFiles(transfer: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenFiles(transfer.files);
  return (await Promise.all(entries.map(walk))).flat();
}

async function walk(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => { entry.file(resolve, reject); });
    return [{ name: entry.fullPath.replace(/^\//, ""), file }];
  }
  if (!isDirectory(entry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A reader hands out at most a hundred entries a call.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (batch.length === 0) break;
    found.push(...batch);
  }
  return (await Promise.all(found.map(walk))).flat();
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
