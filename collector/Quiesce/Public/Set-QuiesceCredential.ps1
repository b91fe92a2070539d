function Set-QuiesceCredential {
    <#
    .SYNOPSIS
    Puts a new credential of this collector in place of the old one.
    .DESCRIPTION
    Rotation: the dashboard gives a new credential under Collectors and takes the old one until its overlap ends. This
    command keeps the new one with DPAPI for this machine, readable by administrators and the account of the task, and ends
    a quiet time that a refused credential caused. Without -Token it asks, so that the credential stands in no history and
    no log.
    .PARAMETER Token
    The new credential, `qsc_` with what follows, as a secure string.
    .PARAMETER TokenFile
    A file that holds the credential and nothing else, for deployment tools. The file is read and left where it is; its
    sender deletes it.
    .PARAMETER WhatIf
    Says what would be written and writes nothing.
    .PARAMETER Confirm
    Asks before it writes.
    .OUTPUTS
    None.
    .EXAMPLE
    Set-QuiesceCredential
    Asks for the credential and keeps it.
    .EXAMPLE
    Set-QuiesceCredential -TokenFile C:\Deploy\quiesce-token.txt
    Takes the credential from a file that a deployment tool placed.
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Token')]
    [OutputType([void])]
    param(
        [Parameter(Mandatory, ParameterSetName = 'Token')] [securestring] $Token,
        [Parameter(Mandatory, ParameterSetName = 'File')] [string] $TokenFile
    )

    Assert-QuiesceFullLanguage
    if ($PSCmdlet.ParameterSetName -eq 'File') {
        $Token = [Net.NetworkCredential]::new('', [IO.File]::ReadAllText($TokenFile).Trim()).SecurePassword
    }
    if (-not $PSCmdlet.ShouldProcess((Get-QuiesceHome -Child 'credential.bin'), 'Keep the new credential')) { return }
    if (-not (Test-QuiesceHomeClosed)) { Initialize-QuiesceHome -Account 'SYSTEM' }
    Save-QuiesceToken -Token $Token
    [void] (Update-QuiesceState -Change {
            param($state)
            $state.NotBefore = $null
            $state.NotBeforeReason = $null
        })
}
