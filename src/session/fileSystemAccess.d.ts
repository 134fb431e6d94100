/** The parts of File System Access that only some browsers have, and TypeScript's DOM library leaves out. */
interface FileSystemHandle {
  queryPermission?(of: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission?(of: { mode: 'readwrite' }): Promise<PermissionState>
}

interface Window {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>
}
