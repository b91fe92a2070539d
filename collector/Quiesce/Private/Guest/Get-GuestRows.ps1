function Get-GuestRows {
    # Rows of one part of what the guest script returned; empty when it could not be read.
    param($Raw, [string] $Part)

    $part = $Raw[$Part]
    if ($null -eq $part -or $null -eq $part['Rows']) { return }
    foreach ($row in @($part['Rows'])) { if ($null -ne $row) { $row } }
}
