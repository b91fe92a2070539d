function ConvertTo-QuiescePin {
    <#
    .SYNOPSIS
    A SHA-256 thumbprint in one form: 64 lower-case digits. Colons, spaces and the invisible mark that Windows copies along go.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Pin)

    $plain = ($Pin -replace '[\s:\u200e\u200f]', '').ToLowerInvariant()
    if ($plain -notmatch '^[0-9a-f]{64}$') {
        throw [ArgumentException]::new("The pin '$Pin' is no SHA-256 thumbprint: 64 digits 0 to 9 and a to f. The SHA-1 thumbprint of 40 digits, which Windows shows first, is not taken.")
    }
    $plain
}
