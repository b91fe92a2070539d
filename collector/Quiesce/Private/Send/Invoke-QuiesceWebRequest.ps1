function Invoke-QuiesceWebRequest {
    <#
    .SYNOPSIS
    One POST by HttpWebRequest, the same in Windows PowerShell 5.1 and PowerShell 7.
    .DESCRIPTION
    .NET Framework takes Content-Type, User-Agent and Accept as properties only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [uri] $Uri,
        [Parameter(Mandatory)] [hashtable] $Headers,
        [Parameter(Mandatory)] [byte[]] $Body,
        [string] $Proxy,
        [Parameter(Mandatory)] [int] $TimeoutSeconds
    )

    $before = [Net.ServicePointManager]::SecurityProtocol
    [Net.ServicePointManager]::SecurityProtocol = Get-QuiesceTlsProtocol
    try {
        $request = [Net.HttpWebRequest] [Net.WebRequest]::Create($Uri)
        $request.Method = 'POST'
        $request.AllowAutoRedirect = $false
        $request.Timeout = $TimeoutSeconds * 1000
        $request.ReadWriteTimeout = $TimeoutSeconds * 1000
        $request.KeepAlive = $false
        $request.ServicePoint.Expect100Continue = $false
        foreach ($name in $Headers.Keys) {
            if ($name -eq 'Content-Type') { $request.ContentType = $Headers[$name] }
            elseif ($name -eq 'User-Agent') { $request.UserAgent = $Headers[$name] }
            elseif ($name -eq 'Accept') { $request.Accept = $Headers[$name] }
            else { $request.Headers.Add($name, $Headers[$name]) }
        }
        if ($Proxy -eq 'none') { $request.Proxy = [Net.WebProxy]::new() }
        elseif (-not [string]::IsNullOrEmpty($Proxy)) {
            $request.Proxy = [Net.WebProxy]::new($Proxy, $true)
            $request.Proxy.UseDefaultCredentials = $true
        }
        elseif ((Test-QuiesceWindows) -and $null -ne $request.Proxy) { $request.Proxy.Credentials = [Net.CredentialCache]::DefaultCredentials }
        $request.ContentLength = $Body.Length
        $stream = $request.GetRequestStream()
        try { $stream.Write($Body, 0, $Body.Length) }
        finally { $stream.Dispose() }
        ConvertFrom-QuiesceWebResponse -Response $request.GetResponse()
    }
    catch {
        $web = $_.Exception
        # .NET Framework cuts off a body that is sent or read with a plain IOException.
        while ($null -ne $web -and $web -isnot [Net.WebException] -and $web -isnot [IO.IOException]) { $web = $web.InnerException }
        if ($null -eq $web) { throw }
        if ($web -is [IO.IOException]) { return New-QuiesceReply -Failure (Get-QuiesceFailure -Exception $web) -Text (Get-QuiesceInnermost -Exception $web) }
        if ($null -ne $web.Response) { ConvertFrom-QuiesceWebResponse -Response $web.Response }
        else { New-QuiesceReply -Failure (Get-QuiesceFailure -Exception $web) -Text (Get-QuiesceInnermost -Exception $web) }
    }
    finally { [Net.ServicePointManager]::SecurityProtocol = $before }
}
