function Initialize-QuiesceHome {
    <#
    .SYNOPSIS
    Closes the collector's folder to all but SYSTEM, Administrators and an account, before a secret lies in it.
    .DESCRIPTION
    DPAPI for the machine lets every account of the machine decrypt: the folder's access list is the wall. What lies in a
    folder that was open until now is not trusted and removed, but for the install id.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Account)

    $wasClosed = Test-QuiesceHomeClosed
    if (-not $wasClosed) { Clear-QuiesceHome }
    Protect-QuiesceHome -Account $Account
    # Once more: until a moment ago others could make folders here.
    if (-not $wasClosed) { Assert-QuiesceHome }
}
