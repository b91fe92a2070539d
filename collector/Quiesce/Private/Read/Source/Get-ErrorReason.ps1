function Get-ErrorReason {
    # Why a call failed, as a reason of the document, by types and numbers and never by localised words, with the exact
    # grant or setting that mends it.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] $Record, [string] $Reader, [string] $Label)

    $reason = 'error'
    $fault = $Record.Exception
    $category = "$($Record.CategoryInfo.Category)"
    for ($depth = 0; $null -ne $fault -and $depth -lt 8; $depth++) {
        $number = [int64] $fault.HResult -band 0xFFFFFFFFL
        $native = "$(Get-Value $fault 'NativeErrorCode')"
        $status = Get-Value $fault 'StatusCode'
        if ($status -is [uint32] -and $status -ne 0) { $number = [int64] $status }
        if ($fault -is [Management.Automation.CommandNotFoundException]) { $reason = 'not-supported' }
        elseif ($fault -is [UnauthorizedAccessException] -or $number -eq 0x80070005L -or $number -eq 0x80041003L -or $number -eq 0x80338104L -or $native -eq 'AccessDenied' -or ($fault -is [ComponentModel.Win32Exception] -and $native -eq '5')) { $reason = 'permission-denied' }
        elseif ($fault -is [TimeoutException] -or $number -eq 0x80041069L -or $number -eq 0x800705B4L) { $reason = 'timed-out' }
        elseif ($number -eq 0x800706BAL -or $number -eq 0x800706BEL -or $number -eq 0x80070035L) { $reason = 'unreachable' }
        elseif ($number -eq 0x80041010L -or $number -eq 0x8004100EL -or $native -eq 'InvalidClass' -or $native -eq 'InvalidNamespace') { $reason = 'not-supported' }
        elseif ($number -eq 0x80070020L -and $Run.IsClusterNode) { $reason = 'other-node' }
        if ($reason -ne 'error') { break }
        $fault = $fault.InnerException
    }
    if ($reason -eq 'error') {
        if ($category -eq 'PermissionDenied' -or $category -eq 'SecurityError') { $reason = 'permission-denied' }
        elseif ($category -eq 'OperationTimeout') { $reason = 'timed-out' }
        elseif ($category -eq 'ConnectionError') { $reason = 'unreachable' }
    }
    $told = $Record.Exception
    while ($told -is [Management.Automation.MethodInvocationException] -and $null -ne $told.InnerException) { $told = $told.InnerException }
    return @{ Reason = $reason; Text = (Limit-Text "${Label}: $($told.Message)" 2000); Mend = (Get-Mend -Run $Run -Reason $reason -Reader $Reader -Label $Label); Record = $Record }
}
