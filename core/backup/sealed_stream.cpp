// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 Thimblely
#include "core/backup/sealed_stream.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>

namespace thimblely::backup {

namespace {

constexpr QByteArrayView name("THMBBAK1");
constexpr QByteArrayView nameOfAnyVersion("THMBBAK");
constexpr quint32 longestHead = quint32(64) << 20; // a million pictures
constexpr qsizetype overhead = crypto_secretstream_xchacha20poly1305_ABYTES;

Error damaged(const char *where)
{
    return {ErrorKind::Corrupt, "backup.damaged", {}, QLatin1String(where)};
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

QString base64(const QByteArray &value)
{
    return QString::fromLatin1(value.toBase64());
}

QByteArray fromBase64(const QJsonObject &object, const char *key)
{
    return QByteArray::fromBase64(object[QLatin1String(key)].toString().toLatin1());
}

QByteArray lengthOf(qsizetype size)
{
    QByteArray length(4, '\0');
    qToLittleEndian(quint32(size), length.data());
    return length;
}

Result<void> writeAll(QIODevice &to, const QByteArray &data)
{
    if (to.write(data) == data.size())
        return {};
    return Error{ErrorKind::Io, "backup.not_written", {}, to.errorString()};
}

Result<QByteArray> readAll(QIODevice &from, qsizetype size)
{
    QByteArray data = from.read(size);
    if (data.size() != size)
        return damaged("cut off");
    return data;
}

Result<quint32> readLength(QIODevice &from, quint32 most)
{
    TRY_ASSIGN(const QByteArray length, readAll(from, 4));
    const quint32 size = qFromLittleEndian<quint32>(length.constData());
    return size <= most ? Result<quint32>(size) : Result<quint32>(damaged("length"));
}

//! As it stands in the file, for it is authenticated to the byte.
Result<QByteArray> readHead(QIODevice &from)
{
    const QByteArray found = from.read(name.size());
    if (!found.startsWith(nameOfAnyVersion))
        return Error{ErrorKind::NotOurs, "backup.not_ours", {}, {}};
    if (found != name)
        return Error{ErrorKind::TooNew, "backup.too_new", {}, {}};
    TRY_ASSIGN(const quint32 size, readLength(from, longestHead));
    return readAll(from, qsizetype(size));
}

Result<QJsonObject> parseHead(const QByteArray &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text);
    return json.isObject() ? Result<QJsonObject>(json.object()) : Result<QJsonObject>(damaged("head"));
}

} // namespace

// Writing -------------------------------------------------------------------------------------------------------------

struct SealedWriter::State {
    QIODevice &to;
    QByteArray head; // until the first piece has vouched for it
    QByteArray key = QByteArray(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_state stream = {};
    QByteArray sealed; // a piece behind its length, in the room of the last one

    explicit State(QIODevice &device) : to(device) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State()
    {
        sodium_memzero(key.data(), size_t(key.size()));
        sodium_memzero(&stream, sizeof stream);
    }
};

SealedWriter::SealedWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SealedWriter::SealedWriter(SealedWriter &&) noexcept = default;
SealedWriter::~SealedWriter() = default;

Result<SealedWriter> SealedWriter::begin(QIODevice &to, const BackupKey &key, QJsonObject head)
{
    if (sodium_init() < 0)
        return Error{ErrorKind::Internal, "accounts.no_memory", {}, {}};
    auto state = std::make_unique<State>(to);
    crypto_secretstream_xchacha20poly1305_keygen(bytes(state->key));
    QByteArray sealed(state->key.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    if (crypto_box_seal(bytes(sealed), bytes(state->key), size_t(state->key.size()), bytes(key.publicKey)) != 0)
        return damaged("key");
    QByteArray start(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&state->stream, bytes(start), bytes(state->key));
    head.insert(QStringLiteral("key"), QJsonDocument::fromJson(key.toJson()).object());
    head.insert(QStringLiteral("box"), base64(sealed));
    head.insert(QStringLiteral("stream"), base64(start));
    state->head = QJsonDocument(head).toJson(QJsonDocument::Compact);
    TRY(writeAll(to, name.toByteArray() + lengthOf(state->head.size()) + state->head));
    return SealedWriter(std::move(state));
}

Result<void> SealedWriter::put(QByteArrayView piece, unsigned char tag)
{
    const QByteArray length = lengthOf(piece.size() + overhead);
    QByteArray &sealed = m_state->sealed;
    sealed.resize(length.size() + piece.size() + overhead);
    std::ranges::copy(length, sealed.begin());
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream, bytes(sealed) + length.size(), nullptr, bytes(piece),
                                               quint64(piece.size()), bytes(QByteArrayView(m_state->head)),
                                               quint64(m_state->head.size()), tag);
    m_state->head.clear();
    return writeAll(m_state->to, sealed);
}

Result<void> SealedWriter::write(QByteArrayView piece)
{
    Q_ASSERT(piece.size() <= largestPiece);
    return put(piece, crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
}

Result<void> SealedWriter::finish()
{
    return put({}, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
}

QByteArray SealedWriter::streamKey() const
{
    return m_state->key;
}

// Reading -------------------------------------------------------------------------------------------------------------

struct SealedReader::State {
    QIODevice &from;
    QByteArray headText; // until the first piece has vouched for it
    QJsonObject head;
    crypto_secretstream_xchacha20poly1305_state stream = {};
    bool ended = false;

    explicit State(QIODevice &device) : from(device) {}
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

SealedReader::SealedReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SealedReader::SealedReader(SealedReader &&) noexcept = default;
SealedReader::~SealedReader() = default;

Result<QJsonObject> SealedReader::head(QIODevice &from)
{
    TRY_ASSIGN(const QByteArray text, readHead(from));
    return parseHead(text);
}

Result<SealedReader> SealedReader::open(QIODevice &from, const QString &code)
{
    const qint64 start = from.pos();
    TRY_ASSIGN(const QJsonObject head, SealedReader::head(from));
    TRY_ASSIGN(const BackupKey key, keyOf(head));
    TRY_ASSIGN(const BackupSecret secret, unlock(key, code));
    from.seek(start);
    return open(from, secret);
}

Result<SealedReader> SealedReader::open(QIODevice &from, const BackupSecret &secret)
{
    const qint64 start = from.pos();
    TRY_ASSIGN(const QJsonObject head, SealedReader::head(from));
    TRY_ASSIGN(const BackupKey key, keyOf(head));
    const QByteArray sealed = fromBase64(head, "box");
    QByteArray streamKey(crypto_secretstream_xchacha20poly1305_KEYBYTES, '\0');
    const bool opened =
        sealed.size() == streamKey.size() + qsizetype(crypto_box_SEALBYTES) &&
        secret.secretKey().size() == qsizetype(crypto_box_SECRETKEYBYTES) &&
        crypto_box_seal_open(bytes(streamKey), bytes(QByteArrayView(sealed)), size_t(sealed.size()),
                             bytes(QByteArrayView(key.publicKey)), bytes(QByteArrayView(secret.secretKey()))) == 0;
    if (!opened)
        return damaged("box");
    from.seek(start);
    auto reader = openWithStreamKey(from, streamKey);
    sodium_memzero(streamKey.data(), size_t(streamKey.size()));
    return reader;
}

Result<SealedReader> SealedReader::openWithStreamKey(QIODevice &from, const QByteArray &streamKey)
{
    auto state = std::make_unique<State>(from);
    TRY_ASSIGN(state->headText, readHead(from));
    TRY_ASSIGN(state->head, parseHead(state->headText));
    const QByteArray start = fromBase64(state->head, "stream");
    if (start.size() != qsizetype(crypto_secretstream_xchacha20poly1305_HEADERBYTES) ||
        crypto_secretstream_xchacha20poly1305_init_pull(&state->stream, bytes(QByteArrayView(start)),
                                                        bytes(QByteArrayView(streamKey))) != 0)
        return damaged("stream");
    return SealedReader(std::move(state));
}

const QJsonObject &SealedReader::head() const
{
    return m_state->head;
}

Result<std::optional<QByteArray>> SealedReader::read()
{
    if (m_state->ended)
        return std::optional<QByteArray>();
    TRY_ASSIGN(const quint32 size, readLength(m_state->from, quint32(SealedWriter::largestPiece + overhead)));
    if (qsizetype(size) < overhead)
        return damaged("length");
    TRY_ASSIGN(const QByteArray sealed, readAll(m_state->from, qsizetype(size)));
    QByteArray piece(sealed.size() - overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m_state->stream, bytes(piece), nullptr, &tag, bytes(QByteArrayView(sealed)), quint64(sealed.size()),
            bytes(QByteArrayView(m_state->headText)), quint64(m_state->headText.size())) != 0)
        return damaged("piece");
    m_state->headText.clear();
    if (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        return std::optional(std::move(piece));
    m_state->ended = true;
    if (!m_state->from.atEnd())
        return damaged("more behind the end");
    return std::optional<QByteArray>();
}

Result<BackupKey> keyOf(const QJsonObject &head)
{
    return BackupKey::fromJson(QJsonDocument(head[QLatin1String("key")].toObject()).toJson(QJsonDocument::Compact));
}

} // namespace thimblely::backup
