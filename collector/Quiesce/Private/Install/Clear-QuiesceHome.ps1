function Clear-QuiesceHome {
    <#
    .SYNOPSIS
    Before the first enrolment: takes nothing over from a folder that other accounts could write into but the install id.
    .DESCRIPTION
    Users may make folders and files under %ProgramData%. A folder that is a link, or that belongs to somebody else, is
    refused; in one of an administrator, which a first look left behind, the own files are removed.
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
    if (-not [IO.Directory]::Exists($root)) { return }
    $installId = "$((Get-QuiesceState).InstallId)"
    Remove-QuiesceHome
    if ($installId -match '^[0-9a-fA-F-]{36}$') { [void] (Update-QuiesceState -Change { param($state) $state.InstallId = $installId }) }
}
