function Clear-QuiesceHome {
    <#
    .SYNOPSIS
    Before the folder is closed: takes nothing over from one that other accounts could write into but the install id.
    .DESCRIPTION
    Users may make folders and files under %ProgramData%. A folder that is a link, or that belongs to somebody else, is
    refused; in one of an administrator, which a first look left behind, the own files are removed.
    #>
    [CmdletBinding()]
    param()

    Assert-QuiesceHome
    if (-not [IO.Directory]::Exists((Get-QuiesceHome))) { return }
    # A state that cannot be read, or that somebody else wrote, has no install id worth keeping.
    try { $installId = "$((Get-QuiesceState).InstallId)" }
    catch { $installId = '' }
    Remove-QuiesceHome
    if ($installId -match '^[0-9a-fA-F-]{36}$') { [void] (Update-QuiesceState -Change { param($state) $state.InstallId = $installId }) }
}
