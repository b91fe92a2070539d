function Get-QuiesceToken {
    <#
    .SYNOPSIS
    The collector's own credential, or null when there is none.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $path = Get-QuiesceHome -Child 'credential.bin'
    if (-not [IO.File]::Exists($path)) { return $null }
    [Text.Encoding]::UTF8.GetString((Unprotect-QuiesceSecret -Bytes ([IO.File]::ReadAllBytes($path))))
}
