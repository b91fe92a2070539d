function Add-AbsentOf {
    # Notes for several facts why the call that should have brought them failed.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $To, [Parameter(Mandatory)] [string[]] $Fact, [Parameter(Mandatory)] [hashtable] $Result)

    $cause = if ($Result.Errors.Count -gt 0) { $Result.Errors[0] } else { @{ Reason = 'error'; Text = "$($Result.Label) gave nothing." } }
    foreach ($name in $Fact) { Add-Absent -To $To -Fact $name -Reason $cause.Reason -Text $cause.Text }
}
