// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/accounts/invitation_paper.h"

#include "core/accounts/device_key.h"
#include "core/accounts/paper_code.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <sodium.h>

namespace thimblely::accounts {

namespace {

constexpr int codeGroups = 4;
constexpr int formatVersion = 1;
constexpr qsizetype longestPaper = 16 * 1024;
constexpr QLatin1String formatName("thimblely-invitation");

Error invalid(const char *code)
{
    return {ErrorKind::Invalid, code, {}, {}};
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

void append(QByteArray &all, const QByteArray &part)
{
    const quint32 length = qToBigEndian(quint32(part.size()));
    all.append(reinterpret_cast<const char *>(&length), sizeof length);
    all.append(part);
}

//! 32 bytes from which the device's signing key is made; absent without a keychain that keeps one.
std::optional<QByteArray> deviceSeed(const QByteArray &fileId)
{
    const auto key = DeviceKeys::ofThisComputer().findOrMake(fileId);
    return key ? std::optional(key->keyed("invitation signing key 1")) : std::nullopt;
}

QByteArray base64(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1(),
                                  QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString text(const QByteArray &latin1)
{
    return QString::fromLatin1(latin1);
}

Result<PresentedInvitation> readPaper(const QJsonObject &json)
{
    if (json[QLatin1String("format")].toString() != formatName)
        return invalid("invitation.unreadable");
    if (json[QLatin1String("version")].toInt() > formatVersion)
        return invalid("invitation.newer");
    const auto said = [&](const char *key) { return json[QLatin1String(key)].toString(); };
    const auto id = InvitationId::parse(said("id"));
    const auto workspace = WorkspaceId::parse(said("workspace"));
    const auto role = access::roleFromName(said("role").toLatin1());
    const auto hash = tokenHashOf(said("code"));
    if (!id || !workspace || !role || !hash)
        return invalid("invitation.tampered");
    InvitationPaper paper{
        *id,         *workspace,    said("shop"),    *role,
        said("job"), said("email"), said("inviter"), Instant(qint64(json[QLatin1String("expires")].toDouble())),
        *hash};
    const InvitationSeal seal{fromBase64(json[QLatin1String("key")]), fromBase64(json[QLatin1String("signature")])};
    if (!seal.fits(paper))
        return invalid("invitation.tampered");
    return PresentedInvitation{*hash, std::move(paper), seal};
}

} // namespace

QByteArray InvitationPaper::signedBytes() const
{
    QByteArray all;
    append(all, "thimblely invitation 1");
    append(all, id.view().toByteArray());
    append(all, workspace.view().toByteArray());
    append(all, shop.toUtf8());
    append(all, access::nameOf(role));
    append(all, jobTitle.toUtf8());
    append(all, email.toUtf8());
    append(all, inviter.toUtf8());
    append(all, QByteArray::number(expiresAt.msecs()));
    append(all, tokenHash);
    return all;
}

bool InvitationSeal::fits(const InvitationPaper &paper) const
{
    if (publicKey.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES || sodium_init() < 0)
        return false;
    const QByteArray said = paper.signedBytes();
    return crypto_sign_verify_detached(bytesOf(signature), bytesOf(said), size_t(said.size()), bytesOf(publicKey)) == 0;
}

InvitationSeal sealInvitation(const QByteArray &fileId, const InvitationPaper &paper)
{
    if (sodium_init() < 0)
        qFatal("libsodium has no source of randomness");
    InvitationSeal seal{QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'), QByteArray(crypto_sign_BYTES, '\0')};
    QByteArray secret(crypto_sign_SECRETKEYBYTES, '\0');
    if (std::optional<QByteArray> seed = deviceSeed(fileId)) {
        crypto_sign_seed_keypair(bytesOf(seal.publicKey), bytesOf(secret), bytesOf(std::as_const(*seed)));
        sodium_memzero(seed->data(), size_t(seed->size()));
    } else {
        crypto_sign_keypair(bytesOf(seal.publicKey), bytesOf(secret));
    }
    const QByteArray said = paper.signedBytes();
    crypto_sign_detached(bytesOf(seal.signature), nullptr, bytesOf(said), size_t(said.size()),
                         bytesOf(std::as_const(secret)));
    sodium_memzero(secret.data(), size_t(secret.size()));
    return seal;
}

QString newInvitationCode()
{
    return newPaperCode(codeGroups);
}

std::optional<QByteArray> tokenHashOf(const QString &code)
{
    const QString letters = readPaperCode(code, codeGroups);
    if (letters.isEmpty())
        return std::nullopt;
    return QCryptographicHash::hash(letters.toLatin1(), QCryptographicHash::Sha256);
}

QByteArray writeInvitation(const InvitationPaper &paper, const InvitationSeal &seal, const QString &code)
{
    const QJsonObject json{{QStringLiteral("format"), formatName},
                           {QStringLiteral("version"), formatVersion},
                           {QStringLiteral("id"), paper.id.toString()},
                           {QStringLiteral("workspace"), paper.workspace.toString()},
                           {QStringLiteral("shop"), paper.shop},
                           {QStringLiteral("role"), text(access::nameOf(paper.role))},
                           {QStringLiteral("job"), paper.jobTitle},
                           {QStringLiteral("email"), paper.email},
                           {QStringLiteral("inviter"), paper.inviter},
                           {QStringLiteral("expires"), double(paper.expiresAt.msecs())},
                           {QStringLiteral("code"), code},
                           {QStringLiteral("key"), text(base64(seal.publicKey))},
                           {QStringLiteral("signature"), text(base64(seal.signature))}};
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<PresentedInvitation> readInvitation(const QByteArray &presented)
{
    if (presented.size() > longestPaper)
        return invalid("invitation.unreadable");
    const QByteArray text = presented.trimmed();
    if (text.startsWith('{')) {
        const QJsonDocument document = QJsonDocument::fromJson(text);
        return document.isObject() ? readPaper(document.object()) : invalid("invitation.unreadable");
    }
    const auto hash = tokenHashOf(QString::fromUtf8(text));
    if (!hash)
        return invalid("invitation.unreadable");
    return PresentedInvitation{*hash};
}

QByteArray invitationMetadata(const InvitationPaper &paper, const InvitationSeal &seal)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("shop"), paper.shop},
                                     {QStringLiteral("job"), paper.jobTitle},
                                     {QStringLiteral("inviter"), paper.inviter},
                                     {QStringLiteral("key"), text(base64(seal.publicKey))},
                                     {QStringLiteral("signature"), text(base64(seal.signature))}})
        .toJson(QJsonDocument::Compact);
}

StoredSeal readInvitationMetadata(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object[QLatin1String("shop")].toString(),
            object[QLatin1String("job")].toString(),
            object[QLatin1String("inviter")].toString(),
            {fromBase64(object[QLatin1String("key")]), fromBase64(object[QLatin1String("signature")])}};
}

} // namespace thimblely::accounts
