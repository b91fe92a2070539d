function Set-LegacyHeartbeat {
    # The heartbeat in the words of the cmdlet, out of the numbers of the heartbeat component: its first status, and for a
    # good one what applications say.
    param([Parameter(Mandatory)] [hashtable] $Vm, $Status)

    if ($null -eq $Status -or $Status.Count -eq 0) { return }
    $first = "$($Status[0])"
    $words = @{ '6' = 'Error'; '7' = 'Error'; '12' = 'NoContact'; '13' = 'LostCommunication'; '15' = 'Paused'; '32896' = 'Disabled' }
    if ($words.ContainsKey($first)) { $Vm.Facts['heartbeat'] = $words[$first]; return }
    if ($first -eq '2' -or $first -eq '3') { $Vm.Facts['heartbeat'] = if ($Status.Count -gt 1 -and "$($Status[1])" -eq '32782') { 'OkApplicationsCritical' } elseif ($Status.Count -gt 1 -and "$($Status[1])" -eq '2') { 'OkApplicationsHealthy' } else { 'OkApplicationsUnknown' } }
}
