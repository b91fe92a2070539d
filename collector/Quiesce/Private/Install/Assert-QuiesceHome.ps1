function Assert-QuiesceHome {
    <#
    .SYNOPSIS
    Throws when the collector's folder, or one of the folders in it, is a link or belongs to somebody else.
    #>
    [CmdletBinding()]
    param()

    $root = Get-QuiesceHome
    foreach ($path in $root, (Get-QuiesceHome -Child 'spool'), (Get-QuiesceHome -Child 'rejected'), (Get-QuiesceHome -Child 'guest-credentials')) {
        if (-not [IO.Directory]::Exists($path)) { continue }
        if (([int] [IO.File]::GetAttributes($path) -band [int] [IO.FileAttributes]::ReparsePoint) -ne 0) {
            throw "$path is a link to another folder. Look who made it, remove it, and register again."
        }
        $owner = Get-QuiesceOwner -Path $path
        if ($null -ne $owner -and $owner -notin 'S-1-5-18', 'S-1-5-32-544') {
            throw "$path belongs to $owner and not to an administrator. Remove the folder and register again: Remove-Item -LiteralPath $(Format-QuiesceQuoted -Text $path) -Recurse"
        }
    }
}
