// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/changes/erasure_rest.h"

#include "core/access/privileged/client_erasure.h"
#include "core/changes/media_folder.h"
#include "core/changes/removed_file.h"

namespace thimblely::changes {

Result<void> finishErasures(const QString &shopFile)
{
    TRY_ASSIGN(auto erasure, access::ClientErasure::open({shopFile}));
    TRY_ASSIGN(const std::optional<access::LeftFiles> left, erasure->left());
    if (!left)
        return {};
    const MediaFolder media(shopFile);
    for (const QByteArray &sha256 : left->pictures)
        TRY(media.remove(sha256));
    for (const QString &paper : left->papers)
        TRY(removeFile(paper));
    return erasure->finish();
}

} // namespace thimblely::changes
