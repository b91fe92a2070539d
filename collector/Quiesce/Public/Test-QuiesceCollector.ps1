function Test-QuiesceCollector {
    <#
    .SYNOPSIS
    Says line by line what this account can and cannot read here, and the exact grant that mends it.
    .DESCRIPTION
    Asks each source once, sends nothing and changes nothing. Run it as the account of the task to see what the task sees:
    an administrator sees more than SYSTEM on a cluster and more than a gMSA on a host.
    .PARAMETER Problem
    Only the lines that are not read.
    .OUTPUTS
    Objects: Area, What, Result (`read`, `in part`, `not readable`, `not here`), Rows, Detail, Mend.
    .EXAMPLE
    Test-QuiesceCollector | Format-Table -AutoSize -Wrap
    All lines as a table.
    .EXAMPLE
    Test-QuiesceCollector -Problem | Format-List
    What is missing, with the grant that mends it.
    #>
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([switch] $Problem)

    Assert-QuiesceFullLanguage
    $run = New-Run -CallSeconds 60 -RunSeconds 900
    $account = Invoke-Source -Run $run -Reader 'Read-Account'
    $mend = 'Run as administrator, or give the account the rights under Least privilege in collector/README.md'
    $who = @{ What = 'Name and rights'; Result = 'not readable'; Detail = 'unknown'; Mend = $mend }
    if ($account.Rows.Count -gt 0) {
        $run.Account = $account.Rows[0]
        $elevated = $run.Account.Elevated -eq $true
        $who = @{ What = "$($run.Account.Name)"; Result = 'in part'; Detail = 'not elevated'; Mend = $mend }
        if ($elevated) { $who = @{ What = "$($run.Account.Name)"; Result = 'read'; Detail = 'elevated' } }
    }
    elseif ($account.Errors.Count -gt 0) { $who.Detail = "$($account.Errors[0].Text)" }
    $lines = @(
        New-QuiesceCheck -Area 'Account' @who
        Test-QuiesceHost -Run $run
        Test-QuiesceInstallation
    )
    if ($null -ne $run.Runspace) { $run.Runspace.Dispose() }
    foreach ($line in $lines) {
        if (-not $Problem -or $line.Result -ne 'read') { $line }
    }
}
