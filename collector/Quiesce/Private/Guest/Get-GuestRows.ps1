function Get-GuestRows {
    # Rows of one part of what the guest script returned; empty when it could not be read.
    param($Raw, [string] $Part)

    $answer = $Raw[$Part]
    if ($null -eq $answer -or $null -eq $answer['Rows']) { return }
    foreach ($row in @($answer['Rows'])) { if ($null -ne $row) { $row } }
}
