function Read-HostVss {
    # VSS writers by vssadmin, because no class lists them, and providers by their class.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'host-vss'
    $facts = $Run.Host
    foreach ($name in 'hyperVVssWriter', 'vssWriters', 'vssProviders') { $facts[$name] = $null }
    $listing = Invoke-Source -Run $Run -Reader 'Read-Program' -With @{ What = 'writers'; TimeoutSeconds = $Run.CallSeconds }
    $writers = @(ConvertFrom-WriterList -Line $listing.Rows)
    if ($writers.Count -gt 0) {
        $facts['vssWriters'] = $writers
        $facts['hyperVVssWriter'] = [ordered]@{ present = $false; state = $null; lastError = $null }
        foreach ($writer in $writers) {
            if ($writer['id'] -eq '66841cd4-6ded-4f4b-8f17-fd23f8ddc3de') { $facts['hyperVVssWriter'] = [ordered]@{ present = $true; state = $writer['state']; lastError = $writer['lastError'] } }
        }
    }
    else {
        if ($listing.Errors.Count -eq 0) { $listing.Errors.Add(@{ Reason = 'permission-denied'; Text = 'vssadmin list writers names no writer: it does so for an account that is not elevated.'; Mend = (Get-Mend -Run $Run -Reason 'permission-denied' -Reader 'Read-Program') }) }
        Add-SectionErrors -Section $section -Result $listing -Incomplete -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'hyperVVssWriter', 'vssWriters' -Result $listing
    }
    $providers = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ShadowProvider' }
    if ($providers.Failed -or $providers.Rows.Count -eq 0) {
        Add-SectionErrors -Section $section -Result $providers -All
        Add-AbsentOf -To $Run.HostAbsent -Fact 'vssProviders' -Result $providers
    }
    else { $facts['vssProviders'] = @(ConvertTo-ProviderFacts -Row $providers.Rows) }
    $section.Rows = $writers.Count
    Close-Section $section
}
