function Get-GuestFault {
    # Why the guest could not read a part, as a reason of the document by its error's code, never by its words; null when
    # it was read. A part that is not there at all was not read either.
    param($Raw, [string] $Part)

    $answer = $Raw[$Part]
    if ($null -eq $answer) { return 'not-collected' }
    if ($null -eq $answer['Fault']) { return $null }
    $code = "$($answer['Code'])"
    if ($code -eq 'AccessDenied') { return 'permission-denied' }
    if ('InvalidNamespace', 'InvalidClass', 'NotFound' -contains $code) { return 'not-supported' }
    if ($code -eq 'TimedOut' -or $code -eq 'Timedout') { return 'timed-out' }
    return 'error'
}
