function Read-LegacyVss {
    # VSS writers of an old host over PowerShell remoting where it answers, providers by their class.
    param([Parameter(Mandatory)] [hashtable] $Run)

    $section = Open-Section -Run $Run -Name 'host-vss'
    foreach ($fact in 'hyperVVssWriter', 'vssWriters', 'vssProviders') { $Run.Host[$fact] = $null }
    $with = @{ ComputerName = $Run.ComputerName }
    if ($null -ne $Run.Credential) { $with['Credential'] = $Run.Credential }
    $listing = Invoke-Source -Run $Run -Reader 'Read-RemoteWriters' -With $with
    $writers = @(ConvertFrom-WriterList -Line $listing.Rows)
    Set-WriterFacts -Run $Run -Section $section -Listing $listing -Writer $writers
    $providers = Read-Class -Run $Run -ClassName 'Win32_ShadowProvider'
    if ($providers.Rows.Count -gt 0) { $Run.Host['vssProviders'] = @(ConvertTo-ProviderFacts -Row $providers.Rows) }
    else { Add-SectionErrors -Section $section -Result $providers -All; Add-AbsentOf -To $Run.HostAbsent -Fact 'vssProviders' -Result $providers }
    $section.Rows = $writers.Count
    Close-Section $section
}
