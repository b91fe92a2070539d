function Remove-QuiesceFile {
    <#
    .SYNOPSIS
    Deletes one file of the collector's own folder; a path outside it is refused, a file that is gone is no error.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    $root = [IO.Path]::GetFullPath((Get-QuiesceHome)).TrimEnd([IO.Path]::DirectorySeparatorChar) + [IO.Path]::DirectorySeparatorChar
    $full = [IO.Path]::GetFullPath($Path)
    if (-not $full.StartsWith($root, [StringComparison]::OrdinalIgnoreCase)) {
        throw "$full is not in the collector's own folder $root and stays."
    }
    if ([IO.File]::Exists($full)) { [IO.File]::Delete($full) }
}
