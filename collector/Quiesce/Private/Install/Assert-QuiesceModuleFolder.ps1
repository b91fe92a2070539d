function Assert-QuiesceModuleFolder {
    <#
    .SYNOPSIS
    Throws when others than administrators can change the module's files: the task would run their code with its rights.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    $writing = [Security.AccessControl.FileSystemRights] 'WriteData, AppendData, Delete, DeleteSubdirectoriesAndFiles, ChangePermissions, TakeOwnership'
    # SYSTEM, Administrators, TrustedInstaller, CREATOR OWNER (which names nobody until something is made).
    $trusted = 'S-1-5-18', 'S-1-5-32-544', 'S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464', 'S-1-3-0'
    $files = [string[]] (@($Path) + [IO.Directory]::GetFileSystemEntries($Path, '*', [IO.SearchOption]::AllDirectories))
    foreach ($entry in @(Get-QuiesceAccessRule -Path $files)) {
        if ($entry.AccessControlType -ne 'Allow' -or $trusted -contains "$($entry.IdentityReference)") { continue }
        if (([int] $entry.FileSystemRights -band [int] $writing) -eq 0) { continue }
        throw "$($entry.IdentityReference) can change files in $Path, and the task would run them with its rights. Copy the module to C:\Program Files\WindowsPowerShell\Modules\Quiesce, import it from there, and register again."
    }
}
