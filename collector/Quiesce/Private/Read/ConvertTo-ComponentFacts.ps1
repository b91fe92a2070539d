function ConvertTo-ComponentFacts {
    # One integration component. Its statuses have no value while the VM does not run.
    param([Parameter(Mandatory)] $Row, [Parameter(Mandatory)] [hashtable] $Vm, [int] $At)

    $words = @{ '2' = 'Ok'; '3' = 'Degraded'; '6' = 'Error'; '7' = 'NonRecoverableError'; '12' = 'NoContact'; '13' = 'LostCommunication'; '32775' = 'ProtocolMismatch'; '32782' = 'ApplicationCritical'; '32783' = 'CommunicationTimedOut'; '32784' = 'CommunicationFailed'; '32896' = 'Disabled' }
    $id = ConvertTo-GuidText (Get-Value $Row 'Id') -Last
    $enabled = Get-Value $Row 'Enabled'
    $primary = ConvertTo-Word (Get-Value $Row 'PrimaryOperationalStatus') $words
    $secondary = ConvertTo-Word (Get-Value $Row 'SecondaryOperationalStatus') $words
    if ($null -eq $primary) { Add-Absent -To $Vm.Absent -Fact "integration[$At].primaryStatus" -Reason $(if ($Vm.Running) { 'empty' } else { 'vm-off' }) }
    return [ordered]@{
        componentId = $id; role = $(if ($null -ne $id) { (Get-ComponentRoles)[$id] } else { $null }); enabled = $(if ($null -eq $enabled) { $null } else { [bool] $enabled })
        primaryStatus = $primary; secondaryStatus = $secondary; statusText = Limit-Text (Get-Value $Row 'PrimaryStatusDescription') 512
    }
}
