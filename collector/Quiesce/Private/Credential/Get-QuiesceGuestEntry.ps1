function Get-QuiesceGuestEntry {
    <#
    .SYNOPSIS
    The list of guest credentials: Key (`vm:GUID`, `tag:NAME`, `default`), Way (`dpapi`, `vault`), File or Vault and Secret.
    #>
    [CmdletBinding()]
    param()

    $path = Get-QuiesceHome -Child 'guest-credentials.json'
    if (-not [IO.File]::Exists($path)) { return }
    foreach ($entry in @((ConvertFrom-QuiesceJson -Text ([IO.File]::ReadAllText($path)))['entries'])) { [pscustomobject] $entry }
}
