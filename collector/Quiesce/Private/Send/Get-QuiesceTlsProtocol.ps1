function Get-QuiesceTlsProtocol {
    <#
    .SYNOPSIS
    TLS 1.2, and 1.3 on .NET that brings it for sure. Windows PowerShell 5.1 on older Windows offers less unless told.
    #>
    [CmdletBinding()]
    [OutputType([Net.SecurityProtocolType])]
    param()

    if ($PSVersionTable.PSVersion.Major -ge 6) {
        return [Net.SecurityProtocolType]::Tls12 -bor [Net.SecurityProtocolType]::Tls13
    }
    [Net.SecurityProtocolType]::Tls12
}
