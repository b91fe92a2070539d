function Read-VmVersions {
    # Configuration versions that the host runs; the cmdlet exists since 2016.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Section)

    $Run.Host['supportedVmVersions'] = $null
    $Run.Host['defaultVmVersion'] = $null
    if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') {
        Add-Absent -To $Run.HostAbsent -Fact 'supportedVmVersions' -Reason 'not-applicable'
        Add-Absent -To $Run.HostAbsent -Fact 'defaultVmVersion' -Reason 'not-applicable'
        return
    }
    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'SupportedVersion' }
    if ($result.Rows.Count -eq 0) {
        Add-SectionErrors -Section $Section -Result $result -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'supportedVmVersions', 'defaultVmVersion' -Result $result
        return
    }
    $versions = [Collections.Generic.List[string]]::new()
    foreach ($row in $result.Rows) {
        $version = Limit-Text (Get-Value $row 'Version') 64
        if ($null -eq $version -or $versions.Count -ge 64) { continue }
        $versions.Add($version)
        if (Get-Value $row 'IsDefault') { $Run.Host['defaultVmVersion'] = $version }
    }
    $Run.Host['supportedVmVersions'] = $versions
    if ($null -eq $Run.Host['defaultVmVersion']) { Add-Absent -To $Run.HostAbsent -Fact 'defaultVmVersion' -Reason 'empty' }
}
