function Get-QuiesceVaultSecret {
    <#
    .SYNOPSIS
    A secret of a SecretManagement vault. The vault must open for the account of the scheduled task without a prompt.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Vault,
        [Parameter(Mandatory)] [string] $Name
    )

    Microsoft.PowerShell.SecretManagement\Get-Secret -Vault $Vault -Name $Name -ErrorAction Stop
}
