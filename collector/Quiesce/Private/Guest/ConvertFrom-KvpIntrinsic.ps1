function ConvertFrom-KvpIntrinsic {
    # System facts out of the intrinsic items: numbers and versions decide, the name only tells families apart that have
    # no Windows platform id. Null when the guest told nothing.
    param([Parameter(Mandatory)] [AllowEmptyCollection()] [hashtable] $Items)

    if ($Items.Count -eq 0 -or ("$($Items['OSName'])" -eq '' -and "$($Items['OSVersion'])" -eq '')) { return $null }
    $name = Limit-Text $Items['OSName'] 512
    $version = Limit-Text $Items['OSVersion'] 64
    $family = 'other'
    if ("$($Items['OSPlatformId'])" -eq '2' -or "$($Items['OSPlatformId'])" -eq '1' -or "$name" -match '^(Microsoft )?Windows|^Hyper-V Server') { $family = 'windows' }
    elseif ("$name" -match 'BSD') { $family = 'bsd' }
    elseif ("$name" -match '(?i)linux|ubuntu|debian|centos|red ?hat|rhel|fedora|suse|sles|rocky|alma|photon|kali|gentoo|alpine|flatcar|coreos|mariner' -or "$version" -match '^[2-9]\.\d+\.\d+') { $family = 'linux' }
    $product = $null
    if ("$($Items['ProductType'])" -match '^[123]$') { $product = [int] $Items['ProductType'] }
    return [ordered]@{
        evidence = 'kvp'; collectedAt = $null; osFamily = $family; osName = $name; osVersion = $version; productType = $product
        integrationServicesVersion = Limit-Text $Items['IntegrationServicesVersion'] 64
    }
}
