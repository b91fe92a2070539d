function Format-Instant {
    # A time as ISO 8601 in UTC with milliseconds; null stays null. A time of no declared kind is taken as local, which
    # is what the Hyper-V cmdlets give.
    param($Time)

    if ($null -eq $Time) { return $null }
    return ([DateTime] $Time).ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [Globalization.CultureInfo]::InvariantCulture)
}
