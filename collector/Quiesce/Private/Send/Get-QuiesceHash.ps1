function Get-QuiesceHash {
    <#
    .SYNOPSIS
    SHA-256 of bytes or of a text in UTF-8, as 64 lower-case digits.
    #>
    [CmdletBinding(DefaultParameterSetName = 'Bytes')]
    [OutputType([string])]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Bytes')] [AllowEmptyCollection()] [byte[]] $Bytes,
        [Parameter(Mandatory, ParameterSetName = 'Text')] [AllowEmptyString()] [string] $Text
    )

    if ($PSCmdlet.ParameterSetName -eq 'Text') { $Bytes = [Text.Encoding]::UTF8.GetBytes($Text) }
    $sha = [Security.Cryptography.SHA256]::Create()
    try { [BitConverter]::ToString($sha.ComputeHash($Bytes)).Replace('-', '').ToLowerInvariant() }
    finally { $sha.Dispose() }
}
