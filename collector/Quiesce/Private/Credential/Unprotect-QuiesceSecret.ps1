function Unprotect-QuiesceSecret {
    <#
    .SYNOPSIS
    The bytes that Protect-QuiesceSecret encrypted on this machine.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([Parameter(Mandatory)] [byte[]] $Bytes)

    Import-QuiesceProtectedData
    , [Security.Cryptography.ProtectedData]::Unprotect($Bytes, (Get-QuiesceEntropy), [Security.Cryptography.DataProtectionScope]::LocalMachine)
}
