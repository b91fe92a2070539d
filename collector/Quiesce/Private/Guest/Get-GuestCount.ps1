function Get-GuestCount {
    # How many rows a part has; null when the part could not be read.
    param($Raw, [string] $Part)

    if ($null -eq $Raw[$Part] -or $null -ne $Raw[$Part]['Fault']) { return $null }
    return @(Get-GuestRows $Raw $Part).Count
}
