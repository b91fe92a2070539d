function Set-QuiesceGuestCredential {
    <#
    .SYNOPSIS
    Keeps, or removes, the credential that the collector reads guests with.
    .DESCRIPTION
    One per VM, per tag (the name of a VM group that the VM is in), or one default for all. The collector takes the VM's
    own, else that of a tag, else the default. The secret lies in a DPAPI file of this machine, readable by administrators
    and the account of the task, or stays in a SecretManagement vault of which only the name is kept. It is handed to
    PowerShell Direct or WinRM in memory: it is in no command line and in no log. The guest account needs to be an
    administrator of the guest, because Windows shows VSS writers to no one else.
    .PARAMETER VMId
    The VM's id, as Get-VM shows it.
    .PARAMETER Tag
    The name of a VM group.
    .PARAMETER Default
    For every guest that has no credential of its own.
    .PARAMETER Credential
    User name and password in the guest.
    .PARAMETER Vault
    Name of a SecretManagement vault in place of a stored password.
    .PARAMETER Secret
    Name of the secret in that vault; the secret is a PSCredential.
    .PARAMETER Remove
    Removes the credential of this VM, tag or default.
    .PARAMETER WhatIf
    Says what would be written and writes nothing.
    .PARAMETER Confirm
    Asks before it writes.
    .OUTPUTS
    None.
    .EXAMPLE
    Set-QuiesceGuestCredential -VMId 0b7f5d0e-6c67-4a53-8d65-3f0bb0a7a111 -Credential (Get-Credential)
    Asks for user and password and keeps them for one VM.
    .EXAMPLE
    Set-QuiesceGuestCredential -Tag 'SQL servers' -Vault Machines -Secret sql-guests
    Takes the credential of all VMs in the VM group from a vault at each run.
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([void])]
    param(
        [ValidatePattern('^\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$')] [string] $VMId,
        [ValidateNotNullOrEmpty()] [string] $Tag,
        [switch] $Default,
        [Management.Automation.PSCredential] $Credential,
        [string] $Vault,
        [string] $Secret,
        [switch] $Remove
    )

    Assert-QuiesceFullLanguage
    $chosen = @(@('VMId', 'Tag', 'Default') | Where-Object { $PSBoundParameters.ContainsKey($_) })
    if ($chosen.Count -ne 1) { throw [ArgumentException]::new('Give one of -VMId, -Tag and -Default: it says for which guests the credential is.') }
    $key = if ($Default) { 'default' } elseif ($VMId) { "vm:$($VMId.Trim('{', '}').ToLowerInvariant())" } else { "tag:$($Tag.ToLowerInvariant())" }
    $inVault = -not [string]::IsNullOrEmpty($Vault) -and -not [string]::IsNullOrEmpty($Secret)
    if (-not $Remove -and ($inVault -eq ($null -ne $Credential))) { throw [ArgumentException]::new('Give -Credential, or -Vault with -Secret: it says where the password is.') }

    $task = if ($Remove) { 'Remove the guest credential' } else { 'Keep the guest credential' }
    if (-not $PSCmdlet.ShouldProcess($key, $task)) { return }
    if (-not $Remove -and -not (Test-QuiesceHomeClosed)) { Initialize-QuiesceHome -Account 'SYSTEM' }
    $entry = [ordered] @{ Key = $key; Way = 'vault'; File = $null; Vault = $Vault; Secret = $Secret }
    if (-not $Remove -and -not $inVault) {
        $entry = [ordered] @{ Key = $key; Way = 'dpapi'; File = "guest-credentials/$((Get-QuiesceHash -Text $key).Substring(0, 32)).bin"; Vault = $null; Secret = $null }
        $json = ConvertTo-QuiesceJson -Value ([ordered] @{ user = $Credential.UserName; password = $Credential.GetNetworkCredential().Password })
        Write-QuiesceFile -Path (Get-QuiesceHome -Child $entry.File) -Bytes (Protect-QuiesceSecret -Bytes ([Text.Encoding]::UTF8.GetBytes($json)))
    }
    Save-QuiesceGuestEntry -Entry $entry -Remove:$Remove
}
