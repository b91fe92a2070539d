function ConvertTo-GuestFacts {
    # Facts of a Windows guest from the rows that the guest script returned. What could not be read stays null with the
    # guest's own error.
    param([Parameter(Mandatory)] $Raw, [Parameter(Mandatory)] [string] $Evidence)

    $absent = [Collections.Generic.List[object]]::new()
    $facts = [ordered]@{ evidence = $Evidence; collectedAt = Format-Instant ([DateTime]::UtcNow); osFamily = 'windows'; osName = $null; osVersion = $null; productType = $null }
    foreach ($os in Get-GuestRows $Raw 'Os') {
        $facts['osName'] = Limit-Text $os['Caption'] 512
        $facts['osVersion'] = Limit-Text $os['Version'] 64
        $facts['productType'] = ConvertTo-Whole $os['ProductType']
    }
    $facts['integrationServicesVersion'] = Limit-Text $Raw['Components'] 64
    $wanted = 'EventSystem', 'MSDTC', 'RpcSs', 'SENS', 'VSS', 'COMSysApp', 'swprv', 'vmicvss', 'vmicheartbeat', 'vmickvpexchange'
    $services = @(foreach ($row in Get-GuestRows $Raw 'Service') { if ($wanted -contains $row['Name']) { [ordered]@{ name = "$($row['Name'])"; state = Limit-Text $row['State'] 64; startMode = Limit-Text $row['StartMode'] 64 } } })
    $facts['services'] = if (@(Get-GuestRows $Raw 'Service').Count -gt 0) { , $services } else { $null }
    $writers = @(ConvertFrom-WriterList -Line @($Raw['Writers']))
    $facts['vssWriters'] = if ($writers.Count -gt 0) { , $writers } else { $null }
    if ($writers.Count -eq 0) { Add-Absent -To $absent -Fact 'guest.vssWriters' -Reason 'permission-denied' -Text 'vssadmin list writers names no writer: the account is not elevated in the guest.' }
    $providers = @(foreach ($row in Get-GuestRows $Raw 'Provider') { [pscustomobject] $row })
    $facts['vssProviders'] = if ($providers.Count -gt 0) { , @(ConvertTo-ProviderFacts -Row $providers) } else { $null }
    $facts['volumes'] = ConvertTo-GuestVolumes -Raw $Raw -Absent $absent
    $facts['minDiffAreaMb'] = ConvertTo-Whole $Raw['MinDiffAreaMb']
    if ($null -eq $facts['minDiffAreaMb']) { Add-Absent -To $absent -Fact 'guest.minDiffAreaMb' -Reason 'empty' }
    $facts['iscsiSessions'] = Get-GuestCount -Raw $Raw -Part 'Iscsi'
    $facts['smbDataMounts'] = Get-GuestCount -Raw $Raw -Part 'Smb'
    Add-GuestPools -Raw $Raw -Facts $facts
    # A Windows without the cluster's namespace is in none; one that does not answer may be in one.
    $unsure = foreach ($part in 'Cluster', 'ClusterVolume') { $reason = Get-GuestFault -Raw $Raw -Part $part; if ($null -ne $reason -and $reason -ne 'not-supported') { $part } }
    if ($null -eq $unsure) { $facts['guestCluster'] = [ordered]@{ member = @(Get-GuestRows $Raw 'Cluster').Count -gt 0; csv = @(Get-GuestRows $Raw 'ClusterVolume').Count -gt 0 } }
    else { $facts['guestCluster'] = $null }
    $parts = [ordered]@{ osVersion = 'Os'; services = 'Service'; vssProviders = 'Provider'; volumes = 'Volume'; iscsiSessions = 'Iscsi'; smbDataMounts = 'Smb'; storagePools = 'Pool'; storageSpacesOutsideMembers = 'Pool'; guestCluster = 'Cluster' }
    foreach ($fact in $parts.Keys) {
        if ($null -ne $facts[$fact]) { continue }
        $fault = if ($null -ne $Raw[$parts[$fact]]) { $Raw[$parts[$fact]]['Fault'] } else { $null }
        $reason = Get-GuestFault -Raw $Raw -Part $parts[$fact]
        Add-Absent -To $absent -Fact "guest.$fact" -Reason $(if ($null -eq $reason) { 'error' } else { $reason }) -Text $fault
    }
    return @{ Facts = $facts; Absent = $absent }
}
