function Read-Guest {
    # Runs the guest script in one VM: over PowerShell Direct by its GUID, or over WinRM by its name with Kerberos only,
    # so that no password goes to whoever answers under that name.
    param([Guid] $VmId, [string] $ComputerName, [Parameter(Mandatory)] [pscredential] $Credential)

    $script = Get-GuestScript
    if ($ComputerName) { Microsoft.PowerShell.Core\Invoke-Command -ComputerName $ComputerName -Credential $Credential -Authentication Kerberos -ScriptBlock $script -ErrorAction Stop }
    else { Microsoft.PowerShell.Core\Invoke-Command -VMId $VmId -Credential $Credential -ScriptBlock $script -ErrorAction Stop }
}
