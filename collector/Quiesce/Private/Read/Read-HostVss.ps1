function Read-HostVss {
    # VSS writers by vssadmin, because no class lists them, and providers by their class.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'host-vss'
    foreach ($name in 'hyperVVssWriter', 'vssWriters', 'vssProviders') { $Run.Host[$name] = $null }
    $listing = Invoke-Source -Run $Run -Reader 'Read-Program' -With @{ What = 'writers'; TimeoutSeconds = $Run.CallSeconds }
    $writers = @(ConvertFrom-WriterList -Line $listing.Rows)
    Set-WriterFacts -Run $Run -Section $section -Listing $listing -Writer $writers
    $providers = Invoke-Source -Run $Run -Reader 'Read-Cim' -With @{ ClassName = 'Win32_ShadowProvider' }
    if ($providers.Rows.Count -gt 0) { $Run.Host['vssProviders'] = @(ConvertTo-ProviderFacts -Row $providers.Rows) }
    else { Add-SectionErrors -Section $section -Result $providers -All; Add-AbsentOf -To $Run.HostAbsent -Fact 'vssProviders' -Result $providers }
    $section.Rows = $writers.Count
    Close-Section $section
}
