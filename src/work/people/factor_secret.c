// SPDX-License-Identifier: EUPL-1.2
// factor_secret — the key's file, and secrets closed and opened with it.
#include "work/people/factor_secret.h"

#include "base/file.h"
#include "base/random.h"
#include "db/db.h"
#include "format/seal.h"
#include "format/totp.h"

struct str factor_key_file(struct arena *mem, struct str database)
{
	return str_join(mem, db_path(database), S("-key"));
}

static bool wrong_key(struct str key_file, struct err *err)
{
	return err_set(err, ERR_INPUT,
		"%" PRIstr " is not the key that second factors were sealed with; bring back the "
		"one that was kept, or sign in with a recovery code",
		STR(key_file));
}

static bool key_read(struct arena *mem, struct str key_file, struct str *ret_key, struct err *err)
{
	if (!file_read(mem, key_file, SEAL_KEY_BYTES, ret_key, err))
		return false;
	return ret_key->n == SEAL_KEY_BYTES || wrong_key(key_file, err);
}

// The key, made when there is none.
static bool key_have(struct arena *mem, struct str key_file, struct str *ret_key, struct err *err)
{
	AUTO_FILE_NEW file = {0};

	if (file_is_there(mem, key_file))
		return key_read(mem, key_file, ret_key, err);
	*ret_key = random_bytes(mem, SEAL_KEY_BYTES);
	if (!file_create(mem, key_file, &file, err) || !file_keep_private(&file, err))
		return false;
	out_write(&file.out, *ret_key);
	return file_commit(mem, &file, err);
}

bool factor_secret_new(
	struct arena *mem, struct str key_file, struct str *ret_sealed, struct err *err)
{
	struct str key, secret = totp_base32(mem, random_bytes(mem, TOTP_SECRET_BYTES));

	if (!key_have(mem, key_file, &key, err))
		return false;
	*ret_sealed = seal_close(mem, key, secret);
	return true;
}

bool factor_secret_open(struct arena *mem, struct str key_file, struct str sealed,
	struct str *ret_secret, struct err *err)
{
	struct str key;

	return key_read(mem, key_file, &key, err) &&
		(seal_open(mem, key, sealed, ret_secret) || wrong_key(key_file, err));
}

bool factor_secret_check(struct arena *mem, struct str key_file, struct str sealed, struct str code,
	int64_t now, int64_t *ret_step, struct err *err)
{
	struct str secret, bytes;

	*ret_step = 0;
	if (!sealed.n)
		return true;
	if (!factor_secret_open(mem, key_file, sealed, &secret, err))
		return false;
	if (totp_base32_read(mem, secret, &bytes))
		*ret_step = totp_check(mem, bytes, code, now);
	return true;
}
