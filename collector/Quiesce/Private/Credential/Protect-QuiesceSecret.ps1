function Protect-QuiesceSecret {
    <#
    .SYNOPSIS
    Bytes encrypted by DPAPI for this machine. Who may read the file is decided by its access list, not by DPAPI.
    #>
    [CmdletBinding()]
    [OutputType([byte[]])]
    param([Parameter(Mandatory)] [byte[]] $Bytes)

    Import-QuiesceProtectedData
    , [Security.Cryptography.ProtectedData]::Protect($Bytes, (Get-QuiesceEntropy), [Security.Cryptography.DataProtectionScope]::LocalMachine)
}
