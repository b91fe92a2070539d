function Read-RemoteDisk {
    # What a disk file of another machine is: Hyper-V's image service tells it by a method only, as XML text. v1 of the
    # namespace (2008 R2) and v2 (2012) name method and answer differently.
    param([Parameter(Mandatory)] $Session, [Parameter(Mandatory)] [string] $Namespace, [Parameter(Mandatory)] [string] $Path, [int] $TimeoutSeconds = 120)

    $service = CimCmdlets\Get-CimInstance -CimSession $Session -Namespace $Namespace -ClassName 'Msvm_ImageManagementService' -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
    if ($Namespace -like '*v2') {
        $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -InputObject $service -MethodName 'GetVirtualHardDiskSettingData' -Arguments @{ Path = $Path } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
        if ("$($answer.ReturnValue)" -eq '0') { return "$($answer.SettingData)" }
    }
    else {
        $answer = CimCmdlets\Invoke-CimMethod -CimSession $Session -InputObject $service -MethodName 'GetVirtualHardDiskInfo' -Arguments @{ Path = $Path } -OperationTimeoutSec $TimeoutSeconds -ErrorAction Stop
        if ("$($answer.ReturnValue)" -eq '0') { return "$($answer.Info)" }
    }
    throw [InvalidOperationException]::new("The image service returned $($answer.ReturnValue) for $Path.")
}
